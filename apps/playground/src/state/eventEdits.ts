import {
  documentWith,
  eventsOf,
  formatPath,
  interpret,
  isObject,
  scenarioDocument,
  withEvent,
  withEventNamed,
  withoutEvent,
  type Json,
  type ScenarioDocument,
} from '@percall/scenario';
import { placeholder } from './placeholder.ts';
import { draftOf, type PlaceholderNotes, type Thinned } from './structure.ts';
import { unmarked } from './unmarked.ts';
import type { Edit, Work } from './work.ts';

/** What an event is called: its name, or its days where it has none. */
export function calledEvent(event: Json): string {
  if (!isObject(event)) return '';
  const { name, days } = event;
  return typeof name === 'string' ? name : typeof days === 'string' ? days : '';
}

/** The event falls on other days. */
export const daysSet =
  (place: number, days: string): Edit =>
  (work) => {
    const events = eventsOf(scenarioDocument(work.document, work.selected) ?? {});
    const name = isObject(events[place]) ? events[place]['name'] : undefined;
    const path = formatPath(['calendar', 'events', typeof name === 'string' ? name : place, 'days']);
    return draftOf(work, documentWith(work.document, work.selected, { path }, days));
  };

/** A new event of the selected scenario, on its first open day. */
export const addedEvent =
  (name: string, notes: PlaceholderNotes): Edit =>
  (work) => {
    const scenario = scenarioDocument(work.document, work.selected) ?? work.document;
    const event = { name, days: firstOpenDay(scenario as ScenarioDocument), volume: placeholder('x1.1', notes.event) };
    return draftOf(work, withEvent(work.document, work.selected, event));
  };

/** A copy of an event, at the end: on the same days, on top of it. */
export const duplicatedEvent =
  (place: number, name: string): Edit =>
  (work) => {
    const event = eventsOf(scenarioDocument(work.document, work.selected) ?? {})[place];
    return isObject(event) ? draftOf(work, withEvent(work.document, work.selected, { ...event, name })) : work;
  };

export const renamedEvent =
  (place: number, name: string): Edit =>
  (work) =>
    draftOf(work, withEventNamed(work.document, work.selected, place, name));

export const removedEvent =
  (place: number): ((work: Work) => Thinned) =>
  (work) => {
    const { patched, gone } = withoutEvent(work.document, work.selected, place);
    return { ...draftOf(work, patched), gone };
  };

const millisecondsPerDay = 86_400_000;

function firstOpenDay(document: ScenarioDocument): string {
  const { horizon, calendar } = interpret(document).scenarios[0]!.scenario;
  const start = Date.parse(horizon.start);
  for (let day = 0; day < horizon.weeks * 7; day++) {
    const date = new Date(start + day * millisecondsPerDay);
    const text = date.toISOString().slice(0, 10);
    // Of the document Monday is the first, of JavaScript Sunday.
    if (calendar.open[(date.getUTCDay() + 6) % 7]!.length > 0 && !calendar.holidays.includes(text)) return text;
  }
  return horizon.start;
}

/** `Event 1`, `Event 2` ...: the first that is free. */
export function freeEventName(scenario: Json, called: (count: number) => string, from?: number): string {
  const taken = eventsOf(scenario).map((event) => calledEvent(event));
  for (let count = from ?? taken.length + 1; ; count++) if (!taken.includes(unmarked(called(count)))) return unmarked(called(count));
}
