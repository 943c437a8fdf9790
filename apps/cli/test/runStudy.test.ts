import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseScenario, runStudy, ScenarioRefused, streamStudy, type StudyRun } from '../src/index.ts';
import { fixtures, percall } from './percall.ts';

const small = readFileSync(path.join(fixtures, 'small.yaml'), 'utf8');
const documentOf = (text: string) => {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
};

/** The small line as it is, on both floors: nothing is left out. */
const plain = runStudy(documentOf(small));

/** Of no power of two, in line. */
const whole136 = runStudy(documentOf(small), { replications: 136, workers: 0 });

describe('runStudy', () => {
  it('answers by scenario, KPI and quantile, as its results say', async () => {
    const study = await plain;
    const { quantiles, mean } = study.results.scenarios[1]!.kpis['cpc.handled']!;
    const verified = study.variant('Verified');
    expect(verified.cpc.handled.quantile(0.9)).toEqual(quantiles!.p90);
    expect(verified.cpc.handled.mean).toEqual(mean);
    const between = verified.cpc.handled.quantile(0.42)!.value;
    expect(between).toBeGreaterThanOrEqual(quantiles!.p25.value);
    expect(between).toBeLessThanOrEqual(quantiles!.p50.value);
    expect(verified.versusBaseline!.probability.cheaperAndNoWorse).toEqual(
      study.results.scenarios[1]!.versusBaseline!.probability.cheaperAndNoWorse,
    );
    expect(verified.versusBaseline!.cpc.handled.quantile(0.5)).toEqual(
      study.results.scenarios[1]!.versusBaseline!.kpis['cpc.handled']!.quantiles!.p50,
    );
    expect(verified.kpi('serviceLevel.phone').unit).toBe('fraction');
    expect(study.baseline.versusBaseline).toBeNull();
  });

  it('knows no other scenario, KPI or level', async () => {
    const study = await plain;
    expect(() => study.variant('Nobody')).toThrow(RangeError);
    expect(() => study.baseline.kpi('toString')).toThrow(RangeError);
    expect(() => study.baseline.cpc.need.quantile(0)).toThrow(RangeError);
  });

  it('takes the replications and the seed that it is given', async () => {
    const study = await runStudy(documentOf(small), { replications: 128, seed: 'other' });
    expect([study.replications, study.seed]).toEqual([128, 'other']);
    await expect(runStudy(documentOf(small), { replications: 100 })).rejects.toThrow(RangeError);
    await expect(runStudy(documentOf(small), { replications: 10_485_768 })).rejects.toThrow(RangeError);
  });

  it('gives one answer whatever the progress and the chunks', async () => {
    const steps: number[] = [];
    const watched = await runStudy(documentOf(small), { replications: 136, onProgress: (done) => steps.push(done) });
    const alone = await whole136;
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(136);
    expect(JSON.stringify(watched.results)).toBe(JSON.stringify(alone.results));
  });

  it('gives one answer whatever the workers', async () => {
    const inLine = await whole136;
    const spread = await runStudy(documentOf(small), { replications: 136, workers: 2 });
    expect(JSON.stringify(spread.results)).toBe(JSON.stringify(inLine.results));
    await expect(runStudy(documentOf(small), { workers: -1 })).rejects.toThrow(RangeError);
  });

  it('stops at a signal, with its reason', async () => {
    const controller = new AbortController();
    const stopping = runStudy(documentOf(small), {
      replications: 1024,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(stopping).rejects.toThrow('enough');
    await expect(runStudy(documentOf(small), { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it('warns of all that the command line warns of', async () => {
    const late = small.replace('dayShape: flat', 'dayShape: flat, events: [{ name: late, days: 2027-01-05, volume: x2 }]');
    const { warnings } = await runStudy(documentOf(late));
    expect(warnings.map(({ path: where, severity }) => [where, severity])).toEqual([['calendar.events.late.days', 'warning']]);
    const { out, err } = await percall(['run', '-', '--format', 'json'], { input: late });
    expect((JSON.parse(out) as { warnings: unknown }).warnings).toEqual(JSON.parse(JSON.stringify(warnings)));
    expect(err.match(/^warning: /gm)).toHaveLength(1);
    expect((await plain).warnings).toEqual([]);
  });

  it('measures what is asked for, and what every answer rests on', async () => {
    const study = await runStudy(documentOf(small), { kpis: (id) => id === 'fte' });
    const whole = await plain;
    expect(study.baseline.kpi('fte').mean).toEqual(whole.baseline.kpi('fte').mean);
    expect(study.baseline.cpc.handled.mean).toEqual(whole.baseline.cpc.handled.mean);
    expect(() => study.baseline.cpc.need).toThrow(RangeError);
  });

  it('runs the floor that is asked for, and refuses one that nobody knows', async () => {
    // Fewer calls than the small line has, and still too many to run them all by default.
    const document = documentOf(small.replace('{ low: 2700, likely: 3000, high: 3300 }', '1k ±10%'));
    const used = async (floor: 'auto' | 'erlang' | 'calls') => (await runStudy(document, { floor })).results.scenarios[0]!.floor.used;
    expect([await used('auto'), await used('erlang'), await used('calls')]).toEqual(['both', 'erlang', 'calls']);
    await expect(runStudy(documentOf(small), { floor: 'exact' as never })).rejects.toThrow(RangeError);
  });

  it('refuses with Problems what is valid and not modelled yet', async () => {
    const refused = runStudy(documentOf(small.replace('mean: 3 min', 'mean: 3 min, family: deterministic')), { floor: 'erlang' });
    await expect(refused).rejects.toThrow(ScenarioRefused);
    await refused.catch((fault: ScenarioRefused) => expect(fault.problems.map(({ code }) => code)).toEqual(['notModelledYet']));
  });
});

/** Without what the last answer alone has: the other floor, and the shares of the spread. */
const once = { floor: 'erlang', shares: false } as const;

describe('streamStudy', () => {
  it('answers more and more exactly, each as a study of so many futures', async () => {
    const answers: StudyRun[] = [];
    for await (const answer of streamStudy(documentOf(small), { ...once, replications: 320, workers: 0 })) answers.push(answer);
    expect(answers.map(({ replications, of }) => [replications, of])).toEqual([
      [64, 320],
      [256, 320],
      [320, 320],
    ]);
    for (const { replications, results, variant } of answers) {
      const alone = await runStudy(documentOf(small), { ...once, replications });
      expect(JSON.stringify(results)).toBe(JSON.stringify(alone.results));
      expect(variant('Verified').cpc.handled.mean).toEqual(alone.variant('Verified').cpc.handled.mean);
    }
  });

  it('can be left at any answer, and stops at a signal', async () => {
    for await (const { replications } of streamStudy(documentOf(small), { replications: 1_048_576, workers: 1 })) {
      expect(replications).toBe(64);
      break;
    }
    const controller = new AbortController();
    const whole = async () => {
      for await (const answer of streamStudy(documentOf(small), { replications: 65_536, signal: controller.signal }))
        if (answer.replications === 64) controller.abort(new Error('enough'));
    };
    await expect(whole()).rejects.toThrow('enough');
    await expect(streamStudy(documentOf(small), { floor: 'exact' as never }).next()).rejects.toThrow(RangeError);
  });
});
