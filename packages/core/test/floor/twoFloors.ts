import type { ScenarioDocument } from '@percall/scenario';
import { analyse, compileStudy, createReplicator, type FloorName, type KpiWorlds, type Study } from '../../src/index.ts';

/** A KPI on both floors in the same worlds: ratios of sums, their difference and its standard error over the worlds. */
export interface Comparison {
  readonly instant: number;
  readonly exact: number;
  readonly difference: number;
  readonly error: number;
}

export function studyOn(floor: FloorName, document: ScenarioDocument): Study {
  const compiled = compileStudy(document, { floor });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 1));
  return compiled.study;
}

export interface CompareOptions {
  /** What becomes of the study on both floors. */
  readonly edit?: (study: Study) => Study;
  /** The model on the exact floor, by its place in the document; for twins. Default: the baseline, as on the instant floor. */
  readonly exactModel?: number;
}

/** Every KPI of a document's baseline, over so many replications of both floors. */
export function compareFloors(
  document: ScenarioDocument,
  replications: number,
  { edit = (study) => study, exactModel = 0 }: CompareOptions = {},
): Readonly<Record<string, Comparison>> {
  // Only the model that is looked at goes through the floor: what it takes over from the baseline is planned, not run.
  const run = (floor: FloorName, model: number): readonly KpiWorlds[] => {
    const study = edit(studyOn(floor, document));
    const { totals, ...range } = createReplicator(study)(0, replications, [model]);
    const alone = { ...study, models: [study.models[model]!], coordinateOfLeaf: [study.coordinateOfLeaf[model]!] };
    return analyse(alone, [{ ...range, totals: [totals[model]!] }]).scenarios[0]!.kpis;
  };
  const [instant, exact] = [run('erlang', 0), run('calls', exactModel)];
  return Object.fromEntries(instant.map((worlds, at) => [worlds.kpi.id, compare(worlds, exact[at]!)]));
}

/** The study with exponential handle times, which the instant floor is exact for. */
export const withExponentialWork = (study: Study): Study => ({
  ...study,
  models: study.models.map((model) => ({
    ...model,
    queues: model.queues.map((queue) => ({ ...queue, handleTime: { ...queue.handleTime, law: { family: 'exponential' } } })),
  })),
});

/** Delta method: a ratio of means moves by (n - ratio d) / mean d with a world's numerator and denominator. */
function compare(instant: KpiWorlds, exact: KpiWorlds): Comparison {
  const [was, is] = [influences(instant), influences(exact)];
  const worlds = was.each.length;
  const difference = is.ratio - was.ratio;
  const variance = is.each.reduce((sum, value, at) => sum + (value - was.each[at]!) ** 2, 0) / (worlds - 1) / worlds;
  return { instant: was.ratio, exact: is.ratio, difference, error: Math.sqrt(variance) };
}

function influences({ numerator, denominator }: KpiWorlds): { readonly ratio: number; readonly each: readonly number[] } {
  const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
  const ratio = sum(numerator) / sum(denominator);
  const mean = sum(denominator) / denominator.length;
  return { ratio, each: Array.from(numerator, (value, at) => (value - ratio * denominator[at]!) / mean) };
}
