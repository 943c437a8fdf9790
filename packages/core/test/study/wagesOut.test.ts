import { normalCdf, normalInverse } from '@percall/numeric';
import { describe, expect, it } from 'vitest';
import {
  analyse,
  createReplicator,
  createSampler,
  distributionOf,
  distributionOfDifference,
  worldsOf,
  type Study,
} from '../../src/index.ts';
import { alongWages, type AlongWages } from '../../src/study/alongWages.ts';
import { chanceOf } from '../../src/study/chance.ts';
import { distributionOfValues } from '../../src/study/distribution.ts';
import { mixtureOf } from '../../src/study/mixture.ts';
import { nodeScores, stretchMasses, wageNodes } from '../../src/study/wageNodes.ts';
import { wageFactor } from '../../src/world/wageFactor.ts';
import { documentWith, studyOf } from '../support/document.ts';
import { everythingWith, everyVariant } from '../support/everything.ts';

/** Worlds whose value is `centre[r] + slope[r] x factor`, the factor standard normal. */
const lines = (centre: readonly number[], slope: readonly number[]): AlongWages => ({
  replications: centre.length,
  isFlat: false,
  fill: (replication, out) => {
    for (let node = 0; node < wageNodes; node++) out[node] = centre[replication]! + slope[replication]! * nodeScores[node]!;
    return true;
  },
});

const levels = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

describe('the cut of the common wage factor', () => {
  it('has mass 1, mean 0 and variance 1, spread evenly between its nodes', () => {
    let [mass, mean, square] = [0, 0, 0];
    stretchMasses.forEach((each, at) => {
      const [from, to] = [nodeScores[at]!, nodeScores[at + 1]!];
      mass += each;
      mean += (each * (from + to)) / 2;
      square += (each * (from * from + from * to + to * to)) / 3;
    });
    expect(mass).toBeCloseTo(1, 14);
    expect(mean).toBeCloseTo(0, 14);
    expect(square).toBeCloseTo(1, 14);
  });
});

describe('a mixture', () => {
  // Of one normal alone, each stretch a straight line: the function is at most h^2 / 8 max|phi'| + what the nodes were drawn together, 2e-3, off.
  it('of one line is the normal distribution, within 0.005 of a level', () => {
    const { quantile, cdf } = mixtureOf(lines(new Array<number>(64).fill(3), new Array<number>(64).fill(2)));
    for (const level of levels) {
      expect(Math.abs(normalCdf((quantile(level) - 3) / 2) - level)).toBeLessThan(0.005);
      expect(cdf(quantile(level))).toBeCloseTo(level, 6);
    }
  });

  it('of lines whose centres are normal too is the normal of their sum', () => {
    // Centres at 512 even levels of a normal with sd 3, slopes 4: sd 5. Within a tenth of a percent of the sd, most of it the even levels' own.
    const centres = Array.from({ length: 512 }, (_, at) => 3 * normalInverse((at + 0.5) / 512));
    const { quantile } = mixtureOf(lines(centres, new Array<number>(512).fill(4)));
    for (const level of levels) expect(Math.abs(quantile(level) - 5 * normalInverse(level))).toBeLessThan(0.001 * 5 * 3);
    // Twin: slopes of 4.1 are seen.
    const steeper = mixtureOf(lines(centres, new Array<number>(512).fill(4.1)));
    expect(Math.abs(steeper.quantile(0.05) - 5 * normalInverse(0.05))).toBeGreaterThan(0.05);
  });

  it('takes slopes of either sign and none, worlds without a value, and scrambles by themselves', () => {
    const centres = Array.from({ length: 64 }, (_, at) => at % 8);
    const { quantile, cdf, byScramble } = mixtureOf(lines(centres, new Array<number>(64).fill(0)));
    const flat = distributionOfValues(Float64Array.from(centres));
    // Eight values of one mass each: levels inside a mass have its value, to a step of the grid.
    for (const level of [0.06, 0.3, 0.55, 0.94]) expect(Math.abs(quantile(level) - flat.quantile(level))).toBeLessThan(8 / 512);
    expect(cdf(-1)).toBe(0);
    expect(cdf(8)).toBe(1);
    for (let scramble = 0; scramble < 8; scramble++) {
      expect(byScramble([scramble - 0.02])[0]![scramble]).toBe(0);
      expect(byScramble([scramble + 0.02])[0]![scramble]).toBeCloseTo(1, 9);
    }
    const down = mixtureOf(lines(centres, new Array<number>(64).fill(-2)));
    const up = mixtureOf(lines(centres, new Array<number>(64).fill(2)));
    for (const level of levels) expect(down.quantile(level)).toBeCloseTo(up.quantile(level), 9);
    // Falling lines are walked through, rising ones searched; either way the scrambles' shares are those of the whole.
    const places = levels.map(up.quantile);
    [up, down].forEach(({ byScramble: shares, cdf: whole }) =>
      shares(places).forEach((each, at) => expect(each.reduce((sum, share) => sum + share / 8, 0)).toBeCloseTo(whole(places[at]!), 3)),
    );
    const none = mixtureOf({ replications: 64, isFlat: false, fill: () => false });
    expect(none.quantile(0.5)).toBeNaN();
    expect(none.cdf(0)).toBeNaN();
    expect(() => up.quantile(1.5)).toThrow(RangeError);
  });
});

describe('the chance of demands over the wages', () => {
  it('is the normal probability of the piece that they have in common', () => {
    const values = lines([0], [1]);
    const chance = (...bounds: readonly (readonly ['<' | '>', number])[]): number =>
      chanceOf(
        bounds.map(([comparator, bound]) => ({ values, comparator, bound })),
        1,
      )[0]!;
    for (const bound of [-1.3, -0.2, 0, 0.7, 2]) expect(Math.abs(chance(['<', bound]) - normalCdf(bound))).toBeLessThan(0.003);
    expect(Math.abs(chance(['>', -1], ['<', 0.5]) - (normalCdf(0.5) - normalCdf(-1)))).toBeLessThan(0.005);
    expect(chance(['>', 1], ['<', 0.5])).toBe(0);
    expect(chance(['>', -9])).toBeCloseTo(1, 12);
    // Twin: chances multiplied as if each had wages of its own.
    expect(Math.abs(chance(['>', -1], ['<', 0.5]) - chance(['>', -1]) * chance(['<', 0.5]))).toBeGreaterThan(0.04);
  });
});

/** A study, its totals, and its analysis with the wages integrated out or counted. */
function analysed(study: Study, replications: number) {
  const shards = [createReplicator(study)(0, replications)];
  const kpis = (id: string): boolean => id.startsWith('savings.') || id.startsWith('totalCost.');
  return {
    out: analyse(study, shards, { kpis }).scenarios,
    counted: analyse(study, shards, { kpis, sampler: createSampler(study) }).scenarios,
  };
}

const wage = { low: '18 per h', likely: '20 per h', high: '23 per h' };
const cheaperVariant = [
  { name: 'less to do', changes: { 'contactTypes.service.handleTime.phone.mean': '290 s', 'agents.team.wage': '20.8 per h ±4%' } },
];

describe('wages integrated out of a study', () => {
  it('one uncertain wage and nothing else: the cost is the wage’s own quantile, priced', () => {
    const study = studyOf(documentWith({ 'agents.team.wage': wage }));
    const { quantile } = distributionOf(worldsOf(analysed(study, 64).out[0]!.kpis, 'totalCost'));
    const costAt = (per: string): number =>
      analysed(studyOf(documentWith({ 'agents.team.wage': per })), 64).out[0]!.kpis.find(({ kpi }) => kpi.id === 'totalCost')!
        .numerator[0]!;
    const spread = costAt('23 per h') - costAt('18 per h');
    // P10, P50 and P90 of the wage are typed, and the cost is a straight line in it.
    for (const [level, per] of [
      [0.1, '18 per h'],
      [0.5, '20 per h'],
      [0.9, '23 per h'],
    ] as const)
      expect(Math.abs(quantile(level) - costAt(per))).toBeLessThan(0.004 * spread);
  });

  const correlated = everythingWith(
    { 'agents.front.wage': '20 per h ±12%', 'agents.back.wage': '22 per h ±15%', 'costs.management.wage': '31 per h ±10%' },
    { variants: everyVariant.slice(0, 1) },
  );
  const single = documentWith({ 'agents.team.wage': wage, 'contactTypes.service.volume': '60k ±6%' }, { variants: cheaperVariant });
  /** The same of far more worlds, counted one by one. */
  const many = 6144;
  const counted = (document: typeof single) => analysed(studyOf({ ...document, seed: 'another' }), many).counted;
  const ofCorrelated = { few: analysed(studyOf(correlated), 1024).out, many: counted(correlated) };

  it.each([
    ['one wage and a variant with another', { few: analysed(studyOf(single), 1024).out, many: counted(single) }],
    ['three correlated wages, levers, allocation', ofCorrelated],
  ])('%s: quantiles and chances are those of far more worlds counted one by one', (_, { few, many: theirs }) => {
    few.forEach((scenario, place) => {
      for (const worlds of scenario.kpis) {
        if (worlds.wages === null) continue;
        const other = worldsOf(theirs[place]!.kpis, worlds.kpi.id);
        near(distributionOf(worlds), distributionOf(other));
        if (place === 0) continue;
        const [ours, others] = [few, theirs].map((scenarios) => worldsOf(scenarios[0]!.kpis, worlds.kpi.id));
        near(distributionOfDifference(worlds, ours!), distributionOfDifference(other, others!));
      }
      if (place === 0) return;
      const mean = (column: Float64Array): number => column.reduce((sum, each) => sum + each, 0) / column.length;
      const chance = mean(theirs[place]!.versusBaseline!.cheaper);
      const error = Math.sqrt(Math.max(chance * (1 - chance), 1e-3) * (1 / many + 1 / 1024));
      expect(Math.abs(mean(scenario.versusBaseline!.cheaper) - chance)).toBeLessThan(4 * error);
    });
  });

  /** Quantiles agree as levels: 4.5 standard errors of a level in as many plain draws, and the grid of the straight lines. */
  function near(ours: ReturnType<typeof distributionOf>, theirs: ReturnType<typeof distributionOf>): void {
    for (const level of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      const error = Math.sqrt(level * (1 - level) * (1 / many + 1 / 1024));
      expect(Math.abs(theirs.cdf(ours.quantile(level)) - level)).toBeLessThan(4.5 * error + 0.005);
    }
  }

  it('twin: slopes three times as steep are found out', () => {
    const worlds = worldsOf(ofCorrelated.few[0]!.kpis, 'totalCost');
    const theirs = distributionOf(worldsOf(ofCorrelated.many[0]!.kpis, 'totalCost'));
    near(distributionOf(worlds), theirs);
    const steeper = { ...worlds, wages: { ...worlds.wages!, slopes: worlds.wages!.slopes.map((slope) => slope.map((each) => 3 * each)) } };
    expect(() => near(distributionOf(steeper), theirs)).toThrow();
  });

  it('the factor lies on wages alone: a price that is correlated with one keeps its draws', () => {
    const study = studyOf(
      everythingWith(
        { 'agents.front.wage': '20 per h ±12%', 'costs.telephony': '0.018 per minute ±20%' },
        { correlations: { 'agents.front.wage~costs.telephony': 0.5 } },
      ),
    );
    const direction = wageFactor(study)!;
    const n = study.coordinates.length;
    const row = study.coordinates.findIndex(({ path }) => path === 'costs.telephony');
    for (let j = 0; j < n; j++) if (study.cholesky[row * n + j] !== 0) expect(direction[j]).toBe(0);
    expect(Math.hypot(...direction)).toBeCloseTo(1, 12);
    expect(wageFactor(studyOf(documentWith()))).toBeNull();
  });

  it('a scenario that agrees with the baseline in all is neither cheaper nor dearer, at any wages', () => {
    const same = analysed(studyOf({ ...correlated, variants: [{ name: 'the same', changes: {} }] }), 64).out[1]!;
    expect(same.versusBaseline!.cheaper.every((chance) => chance === 0)).toBe(true);
    const worlds = worldsOf(same.kpis, 'totalCost');
    expect(distributionOfDifference(worlds, worldsOf(same.versusBaseline!.baseline.kpis, 'totalCost')).quantile(0.95)).toBe(0);
  });

  it('a baseline’s answer does not move with its variants', () => {
    const document = documentWith({ 'agents.team.wage': wage }, { variants: cheaperVariant });
    const alone = analysed(studyOf({ ...document, variants: [] }), 256).out[0]!;
    const beside = analysed(studyOf(document), 256).out[0]!;
    for (const level of levels)
      expect(distributionOf(worldsOf(beside.kpis, 'cpc.handled')).quantile(level)).toBe(
        distributionOf(worldsOf(alone.kpis, 'cpc.handled')).quantile(level),
      );
  });

  it('at the wages of a world itself the line gives what that world costs', () => {
    const [scenario] = analysed(studyOf(correlated), 64).out;
    const worlds = worldsOf(scenario!.kpis, 'cpc.handled');
    const nodes = new Float64Array(wageNodes);
    const { fill } = alongWages(worlds);
    for (let replication = 0; replication < 64; replication++) {
      fill(replication, nodes);
      const own = worlds.numerator[replication]! / worlds.denominator[replication]!;
      expect(nodes[0]!).toBeLessThan(own);
      expect(nodes[wageNodes - 1]!).toBeGreaterThan(own);
    }
  });
});
