import { choosesOtherwise, differs, getAt, type Choice, type Control, type Json } from '@percall/scenario';
import { partOf } from './partOf.ts';

type Input = Control | Choice;

/** What two scenarios say in one part, and at which of its inputs that is not the same. */
interface ChangedPart {
  readonly inputs: readonly Input[];
  readonly baseline: Json | undefined;
  readonly scenario: Json | undefined;
  /** Of volumes that name none. */
  readonly period: Json | undefined;
  readonly paths: readonly string[];
}

/**
 * The paths of inputs at which a scenario says something else than the baseline. Of scenarios that come one after the other: most parts are the baseline's own,
 * and of the others an edit changes one.
 */
export function createChangedPaths(): (inputs: readonly Input[], baseline: Json, scenario: Json) => ReadonlySet<string> {
  let known = new Map<string, ChangedPart>();
  return (inputs, baseline, scenario) => {
    const period = getAt(baseline, ['period']);
    const parts = new Map<string, ChangedPart>();
    for (const [part, its] of byPart(inputs)) {
      const said = { inputs: its, baseline: getAt(baseline, [part]), scenario: getAt(scenario, [part]), period };
      if (said.baseline === said.scenario) continue;
      const before = known.get(part);
      const paths =
        before !== undefined &&
        before.baseline === said.baseline &&
        before.scenario === said.scenario &&
        before.period === period &&
        its.length === before.inputs.length &&
        its.every((input, i) => input === before.inputs[i])
          ? before.paths
          : its.filter((input) => isChanged(baseline, scenario, input)).map(({ path }) => path);
      parts.set(part, { ...said, paths });
    }
    known = parts;
    return new Set([...parts.values()].flatMap(({ paths }) => paths));
  };
}

const isChanged = (baseline: Json, scenario: Json, input: Input): boolean =>
  'form' in input ? choosesOtherwise(baseline, scenario, input) : differs(baseline, scenario, input);

function byPart(inputs: readonly Input[]): ReadonlyMap<string, readonly Input[]> {
  const parts = new Map<string, Input[]>();
  for (const input of inputs) {
    const part = partOf(input);
    const its = parts.get(part);
    if (its === undefined) parts.set(part, [input]);
    else its.push(input);
  }
  return parts;
}
