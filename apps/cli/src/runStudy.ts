import {
  analyse,
  compileStudy,
  createReplicator,
  createSampler,
  estimateSubject,
  summariseAnalysis,
  type Analysis,
  type Estimate,
  type KpiUnit,
  type Results,
  type ScenarioAnalysis,
  type Shard,
  type Study,
  type VersusBaseline,
} from '@percall/core';
import { checkDocument, interpret, type Problem, type ScenarioDocument } from '@percall/scenario';

export interface RunOptions {
  /** A multiple of 8, from 64 to 1,048,576. Default: the document's. */
  readonly replications?: number;
  /** Default: the document's. */
  readonly seed?: string;
  /** Aborts between two chunks of replications: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** A valid document that asks for something this build cannot compute, or that no study can be made of. The Problems say what. */
export class ScenarioRefused extends Error {
  override readonly name = 'ScenarioRefused';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code, path }) => `${path}: ${code}`).join('; '));
    this.problems = problems;
  }
}

/** One KPI of one scenario, or its difference from the baseline. */
export interface KpiView {
  readonly unit: KpiUnit;
  /** Ratio of expected totals. null: no contacts. */
  readonly mean: Estimate | null;
  /** Quantile over the futures, levels 0.01 to 0.99. null: no contacts. */
  readonly quantile: (level: number) => Estimate | null;
}

export interface ScenarioView {
  readonly name: string;
  readonly response: 'locked' | 're-plan';
  /** Cost per contact by its four denominators, currency per contact. */
  readonly cpc: Readonly<Record<'need' | 'offered' | 'handled' | 'resolved', KpiView>>;
  /** Any KPI by its id, e.g. `serviceLevel.phone`. Throws RangeError for an id that the study lacks. */
  readonly kpi: (id: string) => KpiView;
  /** Probability that every floor is met. null: no floor is set. */
  readonly holds: Estimate | null;
  /** null: this is the baseline. */
  readonly versusBaseline: {
    readonly cpc: ScenarioView['cpc'];
    readonly kpi: ScenarioView['kpi'];
    readonly probability: VersusBaseline['probability'];
  } | null;
}

export interface StudyRun {
  readonly study: Study;
  readonly seed: string;
  readonly replications: number;
  /** What the document's check and its compilation warn of, as `percall run` says it. */
  readonly warnings: readonly Problem[];
  /** Everything that `percall run --format json` says of the scenarios. */
  readonly results: Results;
  /** Every world of every scenario: what an assertion is judged on. */
  readonly analysis: Analysis;
  readonly baseline: ScenarioView;
  /** A variant by its name; the baseline by its own. Throws RangeError for a name that the study lacks. */
  readonly variant: (name: string) => ScenarioView;
}

/** Replications between two looks at the signal: some tens of milliseconds of work. */
const chunk = 64;

/** Fewest replications: eight of each of the eight scrambles that intervals are estimated from. */
export const fewestReplications = 64;

/** Most replications, as in a document: the smallest error in reach, in hours of work. */
export const mostReplications = 1_048_576;

/** Whether a study can have so many replications. */
export const isReplications = (count: number): boolean =>
  Number.isInteger(count) && count >= fewestReplications && count <= mostReplications && count % 8 === 0;

const macrotask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Runs a document's baseline and variants through the same worlds, here and now, in chunks that leave the event loop room.
 *
 * The same document, seed and replications give the same results, bit for bit. Throws ScenarioRefused with Problems, RangeError for a
 * number of replications that no study has, and the signal's reason when aborted.
 */
export async function runStudy(document: ScenarioDocument, options: RunOptions = {}): Promise<StudyRun> {
  return runCompiled(compile(document, options), options);
}

/** A study ready to run, and what is to be said about its document. */
export interface Compiled {
  readonly study: Study;
  readonly replications: number;
  readonly warnings: readonly Problem[];
}

/** Compiles a document. Throws ScenarioRefused with Problems, RangeError for a number of replications that no study has. */
export function compile(document: ScenarioDocument, { replications, seed }: Pick<RunOptions, 'replications' | 'seed'> = {}): Compiled {
  const count = replications ?? interpret(document).scenarios[0]!.scenario.replications;
  if (!isReplications(count))
    throw new RangeError(`replications are a multiple of 8 from ${fewestReplications} to ${mostReplications}, not ${count}`);
  const checked = checkDocument(document);
  if (!checked.ok) throw new ScenarioRefused(checked.problems);
  const compiled = compileStudy(document, seed === undefined ? {} : { seed });
  if (!compiled.ok) throw new ScenarioRefused(compiled.problems);
  return { study: compiled.study, replications: count, warnings: [...checked.warnings, ...compiled.warnings] };
}

/** The part of `runStudy` after compiling. */
export async function runCompiled(
  { study, replications, warnings }: Compiled,
  { signal, onProgress }: Pick<RunOptions, 'signal' | 'onProgress'> = {},
): Promise<StudyRun> {
  signal?.throwIfAborted();
  const replicate = createReplicator(study);
  const shards: Shard[] = [];
  for (let from = 0; from < replications; from += chunk) {
    const to = Math.min(from + chunk, replications);
    shards.push(replicate(from, to));
    onProgress?.(to, replications);
    await macrotask();
    signal?.throwIfAborted();
  }
  const analysis = analyse(study, shards, createSampler(study));
  const results = summariseAnalysis(analysis);
  const views = results.scenarios.map((scenario, index) => scenarioView(scenario, analysis.scenarios[index]!));
  const variant = (name: string): ScenarioView => {
    const view = views.find((candidate) => candidate.name === name);
    if (view === undefined)
      throw new RangeError(`no scenario is named ${JSON.stringify(name)}: ${views.map((each) => each.name).join(', ')}`);
    return view;
  };
  return { study, seed: study.seed, replications, warnings, results, analysis, baseline: views[0]!, variant };
}

function scenarioView(
  { name, response, kpis, holds, versusBaseline }: Results['scenarios'][number],
  worlds: ScenarioAnalysis,
): ScenarioView {
  return {
    name,
    response,
    ...kpiViews(kpis, false, worlds),
    holds,
    versusBaseline:
      versusBaseline === null ? null : { ...kpiViews(versusBaseline.kpis, true, worlds), probability: versusBaseline.probability },
  };
}

function kpiViews(kpis: VersusBaseline['kpis'], versusBaseline: boolean, worlds: ScenarioAnalysis): Pick<ScenarioView, 'cpc' | 'kpi'> {
  const quantile = (id: string, level: number): Estimate | null => {
    if (!(level >= 0.01 && level <= 0.99)) throw new RangeError(`a quantile's level lies between 0.01 and 0.99, not ${level}`);
    return estimateSubject({ kind: 'statistic', measure: { kpi: id, versusBaseline }, statistic: { level } }, worlds);
  };
  const kpi = (id: string): KpiView => {
    const summary = Object.hasOwn(kpis, id) ? kpis[id] : undefined;
    if (summary === undefined) throw new RangeError(`no KPI has the id ${JSON.stringify(id)}`);
    return { unit: summary.unit, mean: summary.mean, quantile: (level) => quantile(id, level) };
  };
  const cpc = { need: kpi('cpc.need'), offered: kpi('cpc.offered'), handled: kpi('cpc.handled'), resolved: kpi('cpc.resolved') };
  return { cpc, kpi };
}
