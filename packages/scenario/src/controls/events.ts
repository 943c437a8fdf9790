import type { Json } from '../document.ts';
import type { Patched } from '../patch.ts';
import { getAt, isList, isObject, type Path } from '../paths.ts';
import { formatPath } from '../paths.ts';
import { documentWith } from './change.ts';
import { withPaths, type Become } from './pointers.ts';
import { scenarioDocument } from './scenarioDocument.ts';

const path: Path = ['calendar', 'events'];

/** The events of one scenario. */
export function eventsOf(scenario: Json): readonly Json[] {
  const events = getAt(scenario, path);
  return isList(events) ? events : [];
}

/** The scenario's events become others; in the baseline the paths that lead to one lead on to where it is now. */
function withEvents(
  document: Json,
  variant: string | null,
  events: readonly Json[],
  become: Become,
): { readonly patched: Patched; readonly gone: readonly string[] } {
  const gone: string[] = [];
  const mended = variant === null ? withPaths(document, become, (lost) => gone.push(formatPath(lost))) : document;
  return { patched: documentWith(mended, variant, { path: formatPath(path) }, events.length === 0 ? null : events), gone };
}

const leadsToEvent = (to: Path): boolean => to.length > path.length && path.every((part, i) => to[i] === part);

const nameOf = (event: Json | undefined): string | null => (isObject(event) && typeof event['name'] === 'string' ? event['name'] : null);

/** The document with another event behind those of a scenario. */
export const withEvent = (document: Json, variant: string | null, event: Json): Patched =>
  withEvents(document, variant, [...eventsOf(scenarioDocument(document, variant) ?? {}), event], (to, value) => [[to, value]]).patched;

/** The document without one of a scenario's events, and without the changes of variants that were of it. */
export function withoutEvent(document: Json, variant: string | null, place: number) {
  const events = eventsOf(scenarioDocument(document, variant) ?? {});
  const name = nameOf(events[place]);
  return withEvents(
    document,
    variant,
    events.filter((_, i) => i !== place),
    (to, value) => {
      const part = to[path.length];
      if (!leadsToEvent(to) || part === undefined) return [[to, value]];
      if (part === place || part === name) return [];
      return [[typeof part === 'number' && part > place ? [...path, part - 1, ...to.slice(path.length + 1)] : to, value]];
    },
  );
}

/** The document in which one of a scenario's events has another name. */
export function withEventNamed(document: Json, variant: string | null, place: number, name: string): Patched {
  const events = eventsOf(scenarioDocument(document, variant) ?? {});
  const before = nameOf(events[place]);
  return withEvents(
    document,
    variant,
    events.map((event, i) => (i === place && isObject(event) ? { ...event, name } : event)),
    (to, value) => [
      [before !== null && leadsToEvent(to) && to[path.length] === before ? [...path, name, ...to.slice(path.length + 1)] : to, value],
    ],
  ).patched;
}
