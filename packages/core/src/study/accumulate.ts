import { namedEvents } from '../kpis/expression.ts';
import type { Analysis, ScenarioAnalysis } from './analyse.ts';
import { accumulateKpi, type KpiAccumulator, type KpiPair } from './accumulateKpi.ts';
import { correctedBy, type Chance, type Chances, type Estimator } from './estimate.ts';
import { chanceIn, type Event } from './events.ts';
import { agreeing } from './jointChance.ts';
import type { Findings, ScenarioFindings } from './findings.ts';
import { scrambleSums, type ScrambleSums } from './scrambleSums.ts';
import { findWorlds, type KpiWorlds } from './worlds.ts';

/** What a study comes to in worlds that are not kept: block by block, in the memory of one. */
export interface Accumulator {
  /** Takes in the analysis of the next block, which begins with scramble 0. It is not needed any more then. */
  readonly add: (block: Analysis) => void;
  /**
   * What was found in all blocks: to be asked for once, after the last. `first` is the analysis of the first worlds with what was run beside them
   * (`withCompanions`); null: nothing was.
   */
  readonly findings: (first: Analysis | null) => Findings;
}

/**
 * Means, ledger lines and chances are those of all worlds, within the rounding of their sums; quantiles are read from sketches (`sketchLike`). Blocks of the
 * same worlds in the same order give the same bits.
 *
 * @param asked chances that will be asked for, besides those of the named events, which are there: what happens together in a world is not seen in sums
 */
export function createAccumulator(asked: readonly (readonly Event[])[] = []): Accumulator {
  let scenarios: readonly ScenarioAccumulator[] | null = null;
  let replications = 0;
  return {
    add: (block) => {
      replications += block.replications;
      scenarios ??= block.scenarios.map((scenario) => accumulateScenario(scenario, asked));
      scenarios.forEach((scenario, index) => scenario.add(block.scenarios[index]!));
    },
    findings: (first) => ({
      replications,
      scenarios: scenarios!.map((scenario, index) => scenario.findings(replications, first && first.scenarios[index]!)),
    }),
  };
}

interface ScenarioAccumulator {
  readonly add: (block: ScenarioAnalysis) => void;
  readonly findings: (replications: number, first: ScenarioAnalysis | null) => ScenarioFindings;
}

/** `like` is its first block, which is still to be added. */
function accumulateScenario(like: ScenarioAnalysis, asked: readonly (readonly Event[])[]): ScenarioAccumulator {
  const { model, floor, days, floors, ledger, versusBaseline } = like;
  const kpis = accumulateAll(ofKpis(like));
  const differences = accumulateAll(ofDifferences(like));
  const savings = accumulateAll(ofSavings(like));
  const met = floors.map(() => scrambleSums());
  const amounts = ledger.map(() => scrambleSums());
  const chances = new Map<string, AskedChance>();
  const wanted = [...namedEvents.map((event) => [event]), ...asked];
  const answered = new Set(wanted.map((events) => JSON.stringify(events)));
  // What happens together is judged beside its parts.
  for (const events of wanted.flatMap((each) => [each, ...each.map((event) => [event])]))
    chances.set(JSON.stringify(events), { events, sums: scrambleSums(), hasMeaning: false });
  return {
    add: (block) => {
      kpis.add(ofKpis(block));
      differences.add(ofDifferences(block));
      savings.add(ofSavings(block));
      met.forEach((sums, at) => sums.add(block.floors[at]!.met));
      amounts.forEach((sums, at) => sums.add(block.ledger[at]!.amounts));
      for (const chance of chances.values()) {
        const inBlock = chanceIn(chance.events, block);
        chance.hasMeaning ||= inBlock !== null;
        // What has no value in any world of a block does not happen there.
        chance.sums.add(inBlock ?? new Uint8Array(block.replications));
      }
    },
    findings: (replications, first) => {
      const exact = first && first.exact;
      const chanceFrom = (sums: ScrambleSums, ofFirst: Chances | null, ofExact: Chances | null): Chance => ({
        share: correctedMean(sums, ofFirst, ofExact),
        judged: exact === null ? replications : exact.replications,
      });
      const floorsMet = floors.map((_, at) => chanceFrom(met[at]!, first && first.floors[at]!.met, exact && exact.floors[at]!.met));
      const chance = (events: readonly Event[]): Chance | null => {
        const found = chances.get(JSON.stringify(events))!;
        if (!found.hasMeaning) return null;
        return chanceFrom(found.sums, exact && chanceIn(events, first), exact && chanceIn(events, exact));
      };
      const agreed = exact === null ? chance : agreeing(chance, floorsMet);
      return {
        model,
        floor,
        replications,
        corrected: exact && exact.replications,
        days,
        deviations: first && first.deviations,
        kpis: kpis.findings(first && ofKpis(first)),
        floors: floors.map(({ floor: of }, at) => ({ floor: of, met: floorsMet[at]! })),
        ledger: ledger.map(({ line, category }, at) => ({
          line,
          category,
          mean: correctedMean(amounts[at]!, first && first.ledger[at]!.amounts, exact && exact.ledger[at]!.amounts),
        })),
        chance: (events) => {
          if (!answered.has(JSON.stringify(events))) throw new RangeError(notAsked);
          return agreed(events);
        },
        versusBaseline: versusBaseline && {
          baseline: versusBaseline.baseline.model,
          kpis: differences.findings(first && ofDifferences(first)),
          savings: savings.findings(first && ofSavings(first)),
        },
      };
    },
  };
}

interface AskedChance {
  readonly events: readonly Event[];
  readonly sums: ScrambleSums;
  /** In some block. */
  hasMeaning: boolean;
}

const notAsked = 'A study of more than 65,536 replications does not keep its worlds: a chance must be asked for before it runs.';

const ofKpis = ({ kpis }: ScenarioAnalysis): readonly KpiPair[] => kpis.map(alone);

const ofSavings = ({ versusBaseline }: ScenarioAnalysis): readonly KpiPair[] => (versusBaseline?.savings ?? []).map(alone);

const alone = (ours: KpiWorlds): KpiPair => ({ ours, baseline: null });

/** Of the KPIs that both have. */
const ofDifferences = ({ kpis, versusBaseline }: ScenarioAnalysis): readonly KpiPair[] =>
  versusBaseline === null
    ? []
    : kpis.flatMap((ours) => {
        const baseline = findWorlds(versusBaseline.baseline.kpis, ours.kpi.id);
        return baseline === null ? [] : [{ ours, baseline }];
      });

/** Of several at once. */
function accumulateAll(like: readonly KpiPair[]) {
  const each: readonly KpiAccumulator[] = like.map(({ ours }) => accumulateKpi(ours));
  return {
    add: (block: readonly KpiPair[]): void => each.forEach((kpi, at) => kpi.add(block[at]!)),
    findings: (first: readonly KpiPair[] | null) => each.map((kpi, at) => kpi.findings(first && first[at]!)),
  };
}

/** The mean of what was summed, corrected where the exact floor ran the first worlds too. */
const correctedMean = ({ mean }: ScrambleSums, first: Chances | null, exact: Chances | null): Estimator =>
  first === null || exact === null ? mean : correctedBy(mean, first, exact);
