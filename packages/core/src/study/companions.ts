import { scrambles } from '../random/sobol.ts';
import type { Analysis } from './analyse.ts';
import { correctAnalysis } from './correct.ts';
import { deviationsOfDays, type ScenarioDeviations } from './daysDeviation.ts';
import { effortOf, exactReplicationsOf } from './effort.ts';
import { withRedraws } from './spreadShares.ts';
import type { Study } from './study.ts';

/** Runs of a study beside itself, in its first worlds, that its last answer takes in. */
export const companionNames = ['exact', 'days', 'customers', 'whole'] as const;
export type CompanionName = (typeof companionNames)[number];

export interface Companion {
  readonly name: CompanionName;
  readonly study: Study;
  /** It runs replications 0..replications-1, a multiple of 8. */
  readonly replications: number;
}

export interface CompanionOptions {
  /** Whether the exact floor corrects the instant one, in as many worlds as `exactReplicationsOf` says. */
  readonly isCorrected: boolean;
  /** Whether the shares of the spread are wanted, and how far strata of days are off. */
  readonly shares: boolean;
}

/**
 * What of a study is run again for the shares of its spread: a sixteenth, but a number that says something, and no more than says enough, since worlds that
 * have others beside them are kept.
 */
const sharesOf = (replications: number): number =>
  Math.min(replications, 8192, Math.max(32, scrambles * Math.floor(replications / 16 / scrambles)));

/** In which all days are run, to say how far strata of them are off: the deviation is known to a tenth of it. */
const worldsOfAllDays = 64;

/** Worlds of a study that are kept, totals and columns: more are summed up block by block (`createAccumulator`). */
export const mostKept = 65_536;

/**
 * The companions of the first `replications` worlds of a study: the exact floor, where it corrects and can afford a world of each scramble; the same
 * floor on other days; the exact floor, whichever way it is there, with other customers; and where strata of its days are run, all of them in some worlds.
 * The same study gives the same objects.
 */
export function companionsOf(study: Study, replications: number, { isCorrected, shares }: CompanionOptions): readonly Companion[] {
  const studies = companionStudies(study);
  const exact = isCorrected && study.floor === 'erlang' ? Math.min(mostKept, exactReplicationsOf(study, replications)) : 0;
  // Of few exact worlds half say as much of queueing as of the correction.
  const customers = study.floor === 'calls' ? sharesOf(replications) : Math.min(exact, Math.max(scrambles, exact / 2));
  const wanted: readonly Companion[] = [
    { name: 'exact', study: studies.exact, replications: exact },
    { name: 'days', study: studies.days, replications: shares ? sharesOf(replications) : 0 },
    { name: 'customers', study: studies.customers, replications: shares ? customers : 0 },
    { name: 'whole', study: studies.whole, replications: study.days === 'strata' && shares ? Math.min(replications, worldsOfAllDays) : 0 },
  ];
  return wanted.filter(({ replications: count }) => count > 0);
}

/** Effort of a companion, in the steps of `effortOf`. */
export const companionEffort = ({ study, replications }: Companion): number => replications * effortOf(study, study.floor);

/** Studies that follow from another are the same objects each time: whoever prepares one knows it again. */
const known = new WeakMap<Study, Readonly<Record<CompanionName, Study>>>();

function companionStudies(study: Study): Readonly<Record<CompanionName, Study>> {
  const studies = known.get(study) ?? {
    exact: { ...study, floor: 'calls', days: 'all' },
    days: { ...study, redrawn: 'days' },
    customers: { ...study, floor: 'calls', days: 'all', redrawn: 'customers' },
    whole: { ...study, days: 'all' },
  };
  known.set(study, studies);
  return studies;
}

/** An analysis with what its companions' analyses say beside it: corrected, and with the shares of its spread. */
export function withCompanions(analysis: Analysis, companions: Readonly<Partial<Record<CompanionName, Analysis>>>): Analysis {
  const { exact = null, days = null, customers = null, whole = null } = companions;
  const told = whole === null ? analysis : withDeviations(analysis, deviationsOfDays(whole, analysis), whole.replications);
  if (exact === null) return days === null && customers === null ? told : withRedraws(told, { days, customers });
  return correctAnalysis(
    days === null ? told : withRedraws(told, { days, customers: null }),
    customers === null ? exact : withRedraws(exact, { days: null, customers }),
  );
}

const withDeviations = (analysis: Analysis, deviations: readonly ScenarioDeviations[], replications: number): Analysis => ({
  ...analysis,
  scenarios: analysis.scenarios.map((scenario, at) =>
    scenario.days === 'all' ? scenario : { ...scenario, deviations: { kpis: deviations[at]!.kpis, replications } },
  ),
});
