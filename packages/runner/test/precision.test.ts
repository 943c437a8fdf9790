import { describe, expect, it } from 'vitest';
import {
  compile,
  createSession,
  inLineCrew,
  PrecisionRefused,
  readPrecision,
  runStudy,
  streamStudy,
  type RunOptions,
  type StudyRun,
} from '../src/index.ts';
import { digestOfResults } from './support/bytes.ts';
import { smallDocument } from './support/documents.ts';

/** One day of the small line. */
const document = smallDocument({
  'calendar.open': { mon: '09:00-17:00' },
  'contactTypes.service.volume': { low: 540, likely: 600, high: 660 },
});
const halfWidthOf = ({ upper, lower }: { readonly upper: number; readonly lower: number }): number => (upper - lower) / 2;

describe('a wanted precision', () => {
  it('ends a run at the first of 256, 1,024, 4,096 ... replications where every variant has it, with the bytes of a study of so many', async () => {
    // From plain runs: what each number of replications comes to in its widest variant.
    const plain = new Map<number, StudyRun>();
    for (const replications of [256, 1024, 4096]) plain.set(replications, await runStudy(document, { floor: 'erlang', replications }));
    const widest = (replications: number): number => {
      const halves = plain.get(replications)!.results.scenarios.slice(1);
      return Math.max(
        ...halves.map(({ kpis }) => halfWidthOf(kpis['cpc.handled']!.quantiles!.p50) / kpis['cpc.handled']!.quantiles!.p50.value),
      );
    };
    expect(widest(256)).toBeGreaterThan(widest(1024));
    for (const [bound, wanted] of [
      [widest(256) * 1.01, 256],
      [widest(256) * 0.99, 1024],
      [widest(1024) * 0.99, 4096],
    ] as const) {
      const study = await runStudy(document, { floor: 'erlang', precision: [`cpc.handled.p50 < ${100 * bound}%`] });
      expect([study.replications, study.of]).toEqual([wanted, 65_536]);
      expect(digestOfResults(study.results)).toBe(digestOfResults(plain.get(wanted)!.results));
      expect(study.precision).toHaveLength(1);
      expect(study.precision[0]!.reached).toBe(true);
      expect(study.precision[0]!.scenarios.map(({ name }) => name)).toEqual(['Verified', 'Locked', 'Cheaper contract']);
      expect(Math.max(...study.precision[0]!.scenarios.map((each) => each.halfWidth / each.estimate!.value))).toBeCloseTo(
        widest(wanted),
        12,
      );
    }
  });

  it('must be reached in the scenario that it names, and all of several', async () => {
    const run = async (...precision: string[]) => (await runStudy(document, { precision, replications: 1024 })).replications;
    const { kpis } = (await runStudy(document, { replications: 256 })).results.scenarios[0]!;
    const half = halfWidthOf(kpis['cpc.handled']!.mean!);
    expect(await run(`"baseline": cpc.handled.mean <= ${half}`)).toBe(256);
    expect(await run(`"baseline": cpc.handled.mean < ${half}`)).toBe(1024);
    expect(await run(`"baseline": cpc.handled.mean <= ${half}`, 'cpc.handled.mean < 1e-9')).toBe(1024);
  });

  it('ends at the most where it is not reached, and says what it would take', async () => {
    const study = await runStudy(document, { precision: ['cpc.handled.mean < 1e-6', 'cpc.handled.mean < 100%'], replications: 320 });
    expect([study.replications, study.precision.map(({ reached }) => reached)]).toEqual([320, [false, true]]);
    for (const { reached, wanted, halfWidth, replications, estimate } of study.precision[0]!.scenarios) {
      expect([reached, wanted, halfWidth]).toEqual([false, 1e-6, halfWidthOf(estimate!)]);
      // As the error of independent draws falls: a hundred times as exact takes ten thousand times as many.
      expect(replications! / 320).toBeCloseTo((halfWidth / 1e-6) ** 2, -1);
    }
    expect((await runStudy(document, { precision: ['cpc.handled.mean < 1e-6'], replications: 64 })).replications).toBe(64);
  });

  it('what has no value is not reached, however many there are', async () => {
    const free = smallDocument({ 'costs.technology': '0 per week', 'agents.team.wage': '0 per h' });
    const study = await runStudy(free, { precision: ['cpc.handled.mean < 1%'], replications: 256 });
    expect(study.precision[0]!.scenarios[0]).toMatchObject({ reached: false, wanted: 0, replications: null });
  });

  it('measures what it names, whatever else is left out', async () => {
    const study = await runStudy(document, {
      precision: ['serviceLevel.phone.p50 < 99%', 'p(delta(asa.phone) < 1) < 99%'],
      kpis: () => false,
    });
    expect([study.replications, study.precision.map(({ reached }) => reached)]).toEqual([256, [true, true]]);
    expect(study.baseline.kpi('asa.phone').mean).not.toBeNull();
    expect(() => study.baseline.kpi('fte')).toThrow(RangeError);
  });

  it('ends a stream, and a run of a session, too', async () => {
    const options: RunOptions = { precision: ['cpc.handled.mean < 50%'] };
    const steps: number[][] = [];
    for await (const { replications, precision } of streamStudy(document, options)) steps.push([replications, precision.length]);
    expect(steps).toEqual([
      [64, 0],
      [256, 1],
    ]);
    const session = createSession(inLineCrew());
    expect((await session.run(document, options)).replications).toBe(256);
    expect((await session.run(document, { replications: 64 })).precision).toEqual([]);
  });

  it.each([
    ['cpc.handld.p50 < 1%', ['reference']],
    ['"Nobody": cpc.handled.p50 < 1%', ['reference']],
    ['cpc.handled.p50 > 1%', ['syntax']],
    ['cpc.handled < 1%', ['missing']],
    ['precise', ['reference']],
    ['cpc.handled.p50 < 0%', []],
    ['cpc.handled.p50 < -1', []],
    ['"baseline": delta(cpc.handled).p50 < 1', []],
  ])('%s is refused with PrecisionRefused, a RangeError', async (text, codes) => {
    const fault = (await runStudy(document, { precision: [text] }).catch((error: unknown) => error)) as PrecisionRefused;
    expect(fault).toBeInstanceOf(PrecisionRefused);
    expect(fault).toBeInstanceOf(RangeError);
    expect(fault.problems.map(({ code }) => code)).toEqual(codes);
    expect(() => readPrecision(text, compile(document).study)).toThrow(fault.message);
  });

  it.each(['cpc.handled.p50 < 1%', [7], [null]])('%j is no list of texts', async (precision) => {
    await expect(runStudy(document, { precision: precision as never })).rejects.toThrow(TypeError);
  });
});
