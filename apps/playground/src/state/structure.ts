import {
  channels,
  documentWith,
  formatPath,
  getAt,
  isObject,
  nameProblem,
  namesOf,
  scenarioDocument,
  withNames,
  type Copied,
  type Json,
  type Named,
  type Patched,
  type Path,
  type Renamed,
} from '@percall/scenario';
import { placeholder, placeholderLike } from './placeholder.ts';
import { unmarked } from './unmarked.ts';
import type { Draft, Edit, Work } from './work.ts';

/** A draft that says what was lost on the way: paths of what the document had. */
export interface Thinned extends Draft {
  readonly gone: readonly string[];
}

/** What placeholders say of themselves, in the reader's language. */
export interface PlaceholderNotes {
  readonly volume: string;
  readonly like: (name: string) => string;
  readonly staff: string;
  readonly share: string;
  readonly event: string;
  readonly example: string;
}

const drafted = ({ selected }: Work, { document, gone }: Renamed): Thinned => ({ document, selected, gone });

export const draftOf = ({ document, selected }: Work, patched: Patched): Draft =>
  patched.ok ? { document: patched.document, selected } : { document, selected, refused: patched.problems };

/** An edit that needs a free name: a name that is taken is refused, or one thing would swallow another. */
const named =
  (kind: Named, name: string, edit: Edit): Edit =>
  (work) => {
    const problem = nameProblem(work.document, kind, name);
    return problem === null ? edit(work) : { ...work, refused: [problem] };
  };

/** Another name for a contact type or a group of agents, wherever it is spoken of. */
export const renamed = (kind: Named, from: string, to: string): Edit =>
  named(kind, to, (work) => drafted(work, withNames(work.document, kind, from, [to])));

/** A copy with all that is said of the original: skills, levers, staff, changes of variants. */
export const duplicated = (kind: Named, name: string, copy: string): Edit =>
  named(kind, copy, (work) => drafted(work, withNames(work.document, kind, name, [name, copy])));

/** Takes a contact type or a group of agents away with all that was said of it. */
export const removed =
  (kind: Named, name: string): ((work: Work) => Thinned) =>
  (work) =>
    drafted(work, withNames(work.document, kind, name, []));

/**
 * A new contact type like another one: it comes by the same channels, to the same groups, takes as long, and is few. Its numbers are marked as
 * nobody's; what is not said of it is at its usual value.
 */
export const addedType = (like: string, name: string, notes: PlaceholderNotes): Edit =>
  named('contactType', name, (work) => {
    const definition = typeLike(work.document, like, notes);
    const copied: Copied = (value, path) =>
      path[0] === 'contactTypes' ? (path.length === 2 ? definition : undefined) : skillOnly(value, path);
    return drafted(work, withNames(work.document, 'contactType', like, [like, name], copied));
  });

/** Groups serve the new one as they serve the other; levers that work on the other do not work on it. */
const skillOnly: Copied = (value, path) => (path[0] === 'agents' ? value : undefined);

function typeLike(document: Json, like: string, notes: PlaceholderNotes): Json {
  const scenario = scenarioDocument(document, null) ?? {};
  const path = ['contactTypes', like];
  const times = channels.flatMap((channel): readonly (readonly [string, Json])[] => {
    const time = placeholderLike(scenario, formatPath([...path, 'handleTime', channel, 'mean']), notes.like(like));
    return time === null ? [] : [[channel, { mean: time }]];
  });
  const shares = getAt(scenario, [...path, 'channels']);
  const period = getAt(scenario, ['period']) ?? 'month';
  return {
    volume: placeholder(`1000 per ${typeof period === 'string' ? period : 'month'}`, notes.volume),
    ...(shares !== undefined && { channels: shares }),
    handleTime: Object.fromEntries(times),
  };
}

/** A new group of agents like another one: with its skills, channels and wage; where staff are given and not planned, with one agent. */
export const addedGroup = (like: string, name: string, notes: PlaceholderNotes): Edit =>
  named('agentGroup', name, (work) => {
    const scenario = scenarioDocument(work.document, null) ?? {};
    const other = getAt(scenario, ['agents', like]);
    const wage = placeholderLike(scenario, formatPath(['agents', like, 'wage']), notes.like(like));
    const kept = isObject(other) ? ['skills', 'channels'].flatMap((key) => (key in other ? [[key, other[key]!] as const] : [])) : [];
    const definition: Json = { ...Object.fromEntries(kept), ...(wage !== null && { wage }) };
    const copied: Copied = (value, path) => {
      if (path[0] === 'agents') return path.length === 2 ? definition : undefined;
      return path[0] === 'staffing' && path.length === 3 ? oneAgent(value, path, notes) : undefined;
    };
    return drafted(work, withNames(work.document, 'agentGroup', like, [like, name], copied));
  });

function oneAgent(value: Json, path: Path, { staff }: PlaceholderNotes): Json {
  if (path[1] === 'headcount') return placeholder('1 FTE', staff);
  if (!isObject(value)) return value;
  const one = (agents: Json): Json => (Array.isArray(agents) ? (agents as readonly Json[]).map((each) => one(each)) : agents === 0 ? 0 : 1);
  return Object.fromEntries(Object.entries(value).map(([days, agents]) => [days, one(agents)]));
}

/** `Contact type 3`, `Contact type 4` ...: the first that is free, counted from how many there are unless `from` says otherwise. */
export function freeNameOf(document: Json, kind: Named, called: (count: number) => string, from?: number): string {
  for (let count = from ?? namesOf(document, kind).length + 1; ; count++) {
    const name = unmarked(called(count));
    if (nameProblem(document, kind, name) === null) return name;
  }
}

/** Gives a group of the selected scenario a skill, at the first level, or takes it away. */
export const skilled =
  (group: string, type: string, isSkilled: boolean): Edit =>
  (work) => {
    const path = ['agents', group, 'skills'];
    const skills = getAt(scenarioDocument(work.document, work.selected) ?? {}, path);
    const next = Array.isArray(skills)
      ? [...(skills as readonly Json[]).filter((each) => each !== type), ...(isSkilled ? [type] : [])]
      : Object.fromEntries([
          ...Object.entries(isObject(skills) ? skills : {}).filter(([each]) => each !== type),
          ...(isSkilled ? [[type, 1] as const] : []),
        ]);
    return draftOf(work, documentWith(work.document, work.selected, { path: formatPath(path) }, next));
  };

/** Contact types that a group can serve. */
export function skillsOf(scenario: Json, group: string): readonly string[] {
  const skills = getAt(scenario, ['agents', group, 'skills']);
  if (Array.isArray(skills)) return (skills as readonly Json[]).filter((each): each is string => typeof each === 'string');
  return isObject(skills) ? Object.keys(skills) : [];
}
