import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  estimateSubject,
  evaluateAssertion,
  mostKept,
  parseExpression,
  summariseAnalysis,
  companionsOf,
  type Expression,
} from '@percall/core';
import { checkDocument, type Json, type ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { accumulateStudy, blockSize } from '../src/accumulateStudy.ts';
import { compile, createSession, inLineCrew, mergeShards, mostReplications, runCompiled, runStudy, type Crew } from '../src/index.ts';
import { judgedSteps, stepsTo } from '../src/replications.ts';
import { digestOfResults } from './support/bytes.ts';
import { smallDocument } from './support/documents.ts';
import { bundledCrew } from './support/threads.ts';

/** Half an hour a week, alone or beside a variant. */
const changes = { 'contactTypes.service.volume': '30 ±8%', 'calendar.open': { mon: '09:00-09:30' } };
const withOne = (document: ScenarioDocument): ScenarioDocument => ({
  ...document,
  variants: (document['variants'] as readonly Json[]).slice(0, 1),
});
const document = withOne(smallDocument(changes));
const alone: ScenarioDocument = { ...document, variants: [] };
const kpis = (id: string): boolean => id === 'cpc.handled';
const beyond = mostKept + 64;

const expressionOf = (text: string): Expression => {
  const parsed = parseExpression(text, ['cpc.handled']);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.expression;
};

/** A crew that says which replications it was given. */
function counted(crew: Crew): { readonly crew: Crew; readonly given: [from: number, to: number][] } {
  const given: [number, number][] = [];
  return {
    given,
    crew: {
      ...crew,
      replicate: (task) => {
        given.push([task.from, task.to]);
        return crew.replicate(task);
      },
    },
  };
}

describe('a study of more replications than are kept', () => {
  const asked = [expressionOf('p(cheaper and cpc.handled < 5) > 0')];

  it('knows what it was asked, has any quantile, and says how far that may be off', async () => {
    const run = await runStudy(document, { replications: beyond, floor: 'erlang', kpis, asked, shares: false });
    expect(run.replications).toBe(beyond);
    expect(run.results.quantileError!.relative).toBe(1 / 1024);
    expect(evaluateAssertion(asked[0]!, run.analysis).scenarios).toHaveLength(1);
    expect(() => estimateSubject(expressionOf('p(cpc.handled < 5) > 0').subject, run.analysis.scenarios[1]!)).toThrow(RangeError);
    const { quantile } = run.variant('Verified').versusBaseline!.cpc.handled;
    expect(quantile(0.49)!.value).toBeLessThan(quantile(0.51)!.value);
  });

  it('is corrected by the exact floor and has the shares of its spread, as smaller ones are', async () => {
    const { results } = await runStudy(alone, { replications: beyond, kpis });
    const [ours, theirs] = [results, (await runStudy(alone, { replications: 16_384, kpis })).results].map((each) => each.scenarios[0]!);
    expect(ours!.floor.used).toBe('both');
    expect(ours!.floor.exactReplications).toBeLessThanOrEqual(mostKept);
    for (const part of ['ignorance', 'dayToDay', 'queueing'] as const)
      expect(ours!.kpis['cpc.handled']!.share[part]!.value).toBeCloseTo(theirs!.kpis['cpc.handled']!.share[part]!.value, 1);
    const { lower, upper } = theirs!.kpis['cpc.handled']!.mean!;
    expect(Math.abs(ours!.kpis['cpc.handled']!.mean!.value - (lower + upper) / 2)).toBeLessThan(2 * (upper - lower));
  });

  it('in a session is run anew at any edit, of a price too, and smaller ones are kept', async () => {
    const { crew, given } = counted(inLineCrew());
    const session = createSession(crew);
    const options = { replications: mostKept + 64, kpis };
    const one = await session.run(alone, options);
    const cheaper: ScenarioDocument = { ...smallDocument({ ...changes, 'costs.technology': '600 per week' }), variants: [] };
    const other = await session.run(cheaper, options);
    expect(given.slice(0, 9)).toEqual(given.slice(9));
    expect(given[8]).toEqual([mostKept, mostKept + 64]);
    expect(other.results.scenarios[0]!.kpis['totalCost']!.mean!.value).toBeLessThan(
      one.results.scenarios[0]!.kpis['totalCost']!.mean!.value,
    );
    given.length = 0;
    await session.run(alone, { ...options, replications: 1024 });
    await session.run(cheaper, { ...options, replications: 1024 });
    expect(given).toEqual([[0, 1024]]);
    await session.close();
  });

  it('block by block has the same bytes on 0, 1 and 2 workers', async () => {
    const digests: string[] = [];
    const compiled = compile(document, { replications: 2048 + 64, floor: 'erlang' });
    const { study, replications } = compiled;
    for (const workers of [0, 1, 2]) {
      const crew = bundledCrew(workers);
      const companions = companionsOf(study, replications, { isCorrected: true, shares: true });
      expect(companions.map(({ name }) => name)).toEqual(['exact', 'days', 'customers']);
      const quiet = { asked: [], onProgress: () => {}, rest: () => Promise.resolve() };
      const found = await accumulateStudy({ study, replications, companions, crew, analyse: {}, block: 256, ...quiet });
      await crew.close();
      digests.push(digestOfResults(summariseAnalysis(found)));
    }
    expect(new Set(digests).size).toBe(1);
  });

  it('ends when it is aborted, between blocks too', async () => {
    const controller = new AbortController();
    const { crew, given } = counted(inLineCrew());
    const compiled = compile(document, { replications: beyond, floor: 'erlang' });
    const running = runCompiled(compiled, crew, {
      kpis,
      signal: controller.signal,
      onProgress: (done) => done >= 2 * blockSize && controller.abort(new Error('enough')),
    });
    await expect(running).rejects.toThrow('enough');
    expect(given.length).toBeLessThanOrEqual(3);
  });

  it('is not merged of shards, which would all be held', () => {
    expect(() => mergeShards(compile(document, { replications: beyond, floor: 'erlang' }), () => [])).toThrow(
      `shards are merged of studies of at most ${mostKept} replications, not ${beyond}`,
    );
  });
});

describe('what is held', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  /** Totals that are still there when each block is asked for, and bytes of all arrays at the fourth and at the last. */
  async function held(blocks: number, keep: (totals: unknown) => void) {
    const alive: number[] = [];
    const bytes: number[] = [];
    const given: WeakRef<object>[] = [];
    const crew = inLineCrew();
    const { study } = compile(document, { replications: 16_384, floor: 'erlang' });
    await accumulateStudy({
      study,
      replications: blocks * 512,
      block: 512,
      companions: [],
      analyse: { kpis },
      asked: [],
      onProgress: () => {},
      rest: async () => {
        await turn();
        collect();
        alive.push(given.filter((each) => each.deref() !== undefined).length);
        bytes.push(process.memoryUsage().arrayBuffers);
      },
      crew: {
        ...crew,
        replicate: async (task) => {
          const shard = await crew.replicate(task);
          given.push(new WeakRef(shard.totals[0]!));
          keep(shard.totals);
          return shard;
        },
      },
    });
    return { alive: Math.max(...alive), grown: bytes.at(-1)! - bytes[3]! };
  }

  it('does not grow with the number of blocks: totals of two, and some pages of rare values', async () => {
    const { alive, grown } = await held(32, () => {});
    expect(alive).toBeLessThanOrEqual(3);
    // The columns of 28 blocks, some 40 of 512 doubles each and 33 places of a wage, would be 9 MB.
    expect(grown).toBeLessThan(1.5e6);
  });

  it('would grow by every block that somebody keeps: sabotage twin', async () => {
    const kept: unknown[] = [];
    const { alive } = await held(6, (totals) => kept.push(totals));
    expect(alive).toBeGreaterThanOrEqual(5);
    expect(kept).toHaveLength(6);
  });
});

describe('the steps of a study', () => {
  it('beyond what is kept are its last alone, and where a precision is judged', () => {
    expect(stepsTo(131_072).slice(-3)).toEqual([16_384, 65_536, 131_072]);
    expect(stepsTo(mostReplications).slice(-2)).toEqual([65_536, mostReplications]);
    expect(judgedSteps(1_048_576).slice(-3)).toEqual([65_536, 262_144, 1_048_576]);
  });

  it('end where a document’s replications end', () => {
    const { ok } = checkDocument({ ...document, replications: mostReplications });
    expect([ok, checkDocument({ ...document, replications: mostReplications + 8 }).ok]).toEqual([true, false]);
  });
});
