import { alongWages } from './alongWages.ts';
import { differenceAt, differenceOf } from './difference.ts';
import type { Distribution } from './distribution.ts';
import { correctedBy, type Estimator } from './estimate.ts';
import type { KpiFindings } from './findings.ts';
import { correctedSketch } from './mixture.ts';
import { ratioOfMeans } from './ratioOfMeans.ts';
import type { KpiSummary } from './results.ts';
import { scrambleSums } from './scrambleSums.ts';
import { scrambleVariance } from './scrambleVariance.ts';
import { sketchLike, type Sketch } from './sketch.ts';
import { notEstimated, sharesOfVariance } from './spreadShares.ts';
import type { KpiWorlds } from './worlds.ts';

/** A KPI, or with `baseline` its difference from that, in the worlds of a block, and in the first of the study. */
export interface KpiPair {
  readonly ours: KpiWorlds;
  readonly baseline: KpiWorlds | null;
}

/** What a KPI, or its difference from the baseline, came to in worlds that are not kept. */
export interface KpiAccumulator {
  /** Takes in the next block. */
  readonly add: (block: KpiPair) => void;
  /** `first`: the same in the first worlds, with what was run beside them; null: nothing was. */
  readonly findings: (first: KpiPair | null) => KpiFindings;
}

/** Sums of numerators and denominators, a sketch of the values and their variance. `kpi` is what it is of. */
export function accumulateKpi({ kpi }: Pick<KpiWorlds, 'kpi'>): KpiAccumulator {
  const ours = scrambledRatio();
  const theirs = scrambledRatio();
  const spread = scrambleVariance();
  let sketch: Sketch | null = null;
  let isDifference = false;

  const findings = (first: KpiPair | null): KpiFindings => {
    const ofOurs = ours.mean(first && first.ours);
    const mean = isDifference ? minus(ofOurs, theirs.mean(first && first.baseline)) : ofOurs;
    return {
      kpi,
      mean,
      correction: isDifference || first === null || first.ours.exact === null ? null : minus(mean, ours.mean(null)),
      distribution: () => distributionWith(sketch!, first),
      share: () => sharesWith(spread.variance, first),
    };
  };

  return {
    add: (block) => {
      ours.add(block.ours);
      if (block.baseline !== null) theirs.add(block.baseline);
      isDifference = block.baseline !== null;
      const values = alongWages(block.ours, block.baseline);
      sketch ??= sketchLike(values);
      sketch.add(values);
      spread.add((replication) => differenceAt(block.ours, block.baseline, replication), values.replications);
    },
    findings,
  };
}

/** Expected totals of a KPI in worlds that are not kept. */
function scrambledRatio() {
  const numerator = scrambleSums();
  const denominator = scrambleSums();
  return {
    add: (worlds: KpiWorlds): void => {
      numerator.add(worlds.numerator);
      denominator.add(worlds.denominator);
    },
    /** Corrected by the exact floor, where it ran the first worlds too. */
    mean: (first: KpiWorlds | null): Estimator =>
      first === null || first.exact === null
        ? ratioOfMeans(numerator.mean, denominator.mean)
        : ratioOfMeans(
            correctedBy(numerator.mean, first.numerator, first.exact.numerator),
            correctedBy(denominator.mean, first.denominator, first.exact.denominator),
          ),
  };
}

const minus =
  (one: Estimator, other: Estimator): Estimator =>
  (first, step) =>
    differenceOf(one(first, step), other(first, step));

function distributionWith(sketch: Sketch, first: KpiPair | null): Distribution {
  const all = sketch.distribution();
  if (first === null || first.ours.exact === null) return all;
  const { ours, baseline } = first;
  return correctedSketch(all, alongWages(ours, baseline), alongWages(first.ours.exact, baseline && baseline.exact));
}

const sharesWith = (variance: Estimator, first: KpiPair | null): KpiSummary['share'] =>
  first === null ? notEstimated : sharesOfVariance(variance, first.ours, first.baseline);
