import { checkDocument } from '../check/checkDocument.ts';
import type { Json } from '../document.ts';
import type { Patched } from '../patch.ts';
import { formatPath, getAt, isList, isObject } from '../paths.ts';
import { spellValue } from '../units/spell.ts';
import { withCentral } from './central.ts';
import { differs, documentWith, documentWithout, isShared } from './change.ts';
import { controlsOf, type Control } from './controls.ts';
import { documentResponding, responseOf } from './response.ts';
import { scenarioDocument } from './scenarioDocument.ts';
import { sliderOf } from './slider.ts';
import { valueAt, type ControlValue } from './value.ts';

/**
 * What a remedy does: `response` plans the staff anew where they were kept, `target`, `occupancy` and `minimum` plan for more, `roster` and `headcount`
 * give more, and `lever` takes back a part of what the variant changes.
 */
export type RemedyKind = 'response' | 'target' | 'occupancy' | 'minimum' | 'roster' | 'headcount' | 'lever';

/**
 * A change of one input by which a planner can hope to bring service back: a choice, or a number of which more is a larger change. Places count from 1, the
 * least, to `places`, the most.
 */
export interface Remedy extends Pick<Control, 'path' | 'pattern' | 'names' | 'within'> {
  readonly kind: RemedyKind;
  readonly places: number;
  /** What stands there now, its centre, as in a document; of a roster nothing is added. */
  readonly from: string;
  /** What it puts there: of a roster, how many agents more. */
  readonly to: (place: number) => string;
  /** The document with the change made in the scenario; it passes the check where the document did. */
  readonly documentAt: (document: Json, place: number) => Patched;
}

/** Most places of one remedy: what bisection finds in four tries. */
export const mostPlaces = 16;

/**
 * The remedies that a scenario of a checked document (`variant` null: its baseline) has, in a fixed order. Only what can move its service is there: targets
 * where it plans by them, rosters where those are given, of the numbers that a variant changes those that are no money and no demand. The baseline's own
 * targets are no remedy, since they are the floors.
 */
export function remediesOf(document: Json, variant: string | null): readonly Remedy[] {
  const baseline = scenarioDocument(document, null);
  const scenario = scenarioDocument(document, variant);
  if (baseline === null || scenario === null) return [];
  const controls = controlsOf(scenario);
  const isKept = variant !== null && responseOf(scenario) === 'locked';
  const planned = isKept ? [] : plannedOtherwise(scenario, variant, controls);
  const own = new Set(planned.map(({ path }) => path));
  const found = [
    ...(isKept ? [replanned(variant)] : []),
    ...planned,
    ...(variant === null ? [] : takenBack(baseline, scenario, variant, controls).filter(({ path }) => !own.has(path))),
  ];
  return found.filter((remedy) => [1, remedy.places].every((place) => passes(remedy.documentAt(document, place))));
}

const passes = (patched: Patched): boolean => patched.ok && checkDocument(patched.document).ok;

const replanned = (variant: string): Remedy => ({
  kind: 'response',
  path: 'staffing.response',
  pattern: 'staffing.response',
  names: [],
  within: [],
  places: 1,
  from: 'locked',
  to: () => 're-plan',
  documentAt: (document) => documentResponding(document, variant, 're-plan'),
});

/** Shares that a plan goes by. */
const plannedFor = /^targets\.(?:serviceLevel(?:\.\w+)?\.atLeast|abandonment(?:\.\w+)?\.atMost)$/;

/** Hardly anything is planned for more, and nobody can say what it takes. */
const mostWanted = 0.99;
/** Agents who are busy half of the time are as many as anyone plans. */
const leastOccupancy = 0.5;
/** Parts of a limit that is lowered: the sixteenth place leaves a fifth of it. */
const limitParts = 20;
/** Agents whom one plans at least, where fewer are needed. */
const minima = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 60, 80, 100, 150, 200, 300];

/** More staff, by what the scenario's plan reads. */
function plannedOtherwise(scenario: Json, variant: string | null, controls: readonly Control[]): readonly Remedy[] {
  const plan = getAt(scenario, ['staffing', 'plan']) ?? 'to target';
  const found: Remedy[] = [];
  const add = (kind: RemedyKind, control: Control, valuesFrom: (central: number) => readonly number[]): void => {
    const value = valueAt(scenario, control);
    if (value === null) return;
    const values = valuesFrom(value.central);
    if (values.length > 0) found.push(ofNumber(kind, scenario, variant, control, value, values));
  };
  for (const control of controls) {
    const { path, pattern } = control;
    if (plan === 'to target' && variant !== null && plannedFor.test(pattern))
      add('target', control, pattern.endsWith('atLeast') ? morePoints : lowerLimits);
    if (plan === 'to target' && path === 'staffing.maxOccupancy') add('occupancy', control, fewerPoints);
    if (plan !== 'roster' && path === 'staffing.minimumAgents')
      add('minimum', control, (central) => minima.filter((count) => count > central).slice(0, mostPlaces));
    if (plan === 'headcount' && pattern === 'staffing.headcount.*') add('headcount', control, moreAgents);
  }
  return plan === 'roster' ? [...found, ...rosters(scenario, variant)] : found;
}

/** Whole points beyond a share, as far as anyone plans. */
const morePoints = (central: number): readonly number[] =>
  wholes(Math.floor(100 * central + slack) + 1, Math.round(100 * mostWanted)).map(ofHundred);

const fewerPoints = (central: number): readonly number[] =>
  wholes(Math.round(100 * leastOccupancy), Math.ceil(100 * central - slack) - 1)
    .map(ofHundred)
    .reverse();

const lowerLimits = (central: number): readonly number[] =>
  wholes(1, mostPlaces).map((part) => (central * (limitParts - part)) / limitParts);

const moreAgents = (central: number): readonly number[] => added(central).map((count) => central + count);

/** What may be added to so many agents: one more, two more ..., by ever larger steps up to as many again. */
const added = (agents: number): readonly number[] =>
  wholes(1, mostPlaces).map((place) => Math.max(place, Math.round(agents * (place / mostPlaces) ** 2)));

const slack = 1e-9;
const ofHundred = (points: number): number => points / 100;

/** Whole numbers from one to another, both ends in them; evenly spread where there are more than a remedy has places. */
function wholes(from: number, to: number): readonly number[] {
  const all = Math.max(0, to - from + 1);
  const count = Math.min(mostPlaces, all);
  return Array.from({ length: count }, (_, i) => from + (all === count ? i : Math.round((i * (all - 1)) / (count - 1))));
}

/** A number at `values`, the smallest change first; `back`: the last of them is what the baseline says, whatever its spread. */
function ofNumber(
  kind: RemedyKind,
  scenario: Json,
  variant: string | null,
  control: Control,
  { central, basis }: ControlValue,
  values: readonly number[],
  back = false,
): Remedy {
  const { path, pattern, names, within, description } = control;
  const spelled = (value: number): string => spellValue(description.quantity, Number(value.toPrecision(4)), basis);
  return {
    kind,
    path,
    pattern,
    names,
    within,
    places: values.length,
    from: spelled(central),
    to: (place) => spelled(values[place - 1]!),
    documentAt: (document, place) =>
      back && place === values.length
        ? documentWithout(document, variant!, control)
        : documentWith(document, variant, control, withCentral(scenario, control, values[place - 1]!)),
  };
}

/** More agents of one group whenever it works. */
function rosters(scenario: Json, variant: string | null): readonly Remedy[] {
  const table = getAt(scenario, ['staffing', 'roster']);
  return Object.entries(isObject(table) ? table : {}).flatMap(([group, week]): Remedy[] => {
    if (!isObject(week)) return [];
    const most = Math.max(0, ...Object.values(week).flat().map(Number));
    if (most === 0) return [];
    const counts = added(most);
    const more = (day: Json, count: number): Json =>
      isList(day) ? day.map((agents) => more(agents, count)) : Number(day) > 0 ? Number(day) + count : day;
    const path = formatPath(['staffing', 'roster', group]);
    return [
      {
        kind: 'roster',
        path,
        pattern: 'staffing.roster.*',
        names: [group],
        within: [],
        places: counts.length,
        from: '0',
        to: (place) => String(counts[place - 1]!),
        documentAt: (document, place) =>
          documentWith(
            document,
            variant,
            { path },
            Object.fromEntries(Object.entries(week).map(([days, day]) => [days, more(day, counts[place - 1]!)])),
          ),
      },
    ];
  });
}

/** Whom the numbers are about that somebody who plans can set: demand comes as it comes. */
const set: readonly unknown[] = ['handling', 'people', 'levers', 'targets'] satisfies readonly Control['section'][];

/** Less of what the variant changes: each number part of the way back to the baseline's, at last the whole way. */
function takenBack(baseline: Json, scenario: Json, variant: string, controls: readonly Control[]): readonly Remedy[] {
  return controls.flatMap((control): Remedy[] => {
    if (!set.includes(control.section) || control.description.role === 'financial' || isShared(control)) return [];
    if (!differs(baseline, scenario, control)) return [];
    const [home, value] = [valueAt(baseline, control), valueAt(scenario, control)];
    if (home === null || value === null || home.central === value.central) return [];
    const way = home.central - value.central;
    const { step } = sliderOf(control, home.central);
    const count = Math.max(1, Math.min(mostPlaces, Math.floor(Math.abs(way) / step + slack)));
    const values = Array.from({ length: count }, (_, i) =>
      i + 1 === count ? home.central : value.central + Math.round((way * (i + 1)) / (count * step)) * step,
    );
    return [ofNumber('lever', scenario, variant, control, value, values, true)];
  });
}
