import {
  checkDocument,
  parseScenario,
  presetText,
  remediesOf,
  setAt,
  type Json,
  type Remedy,
  type ScenarioDocument,
} from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import {
  cheapestChange,
  cloningCrew,
  createSession,
  inLineCrew,
  runStudy,
  ScenarioRefused,
  type ChangeOptions,
  type ChangeSearch,
  type CheapestChange,
  type Crew,
} from '../src/index.ts';
import { smallDocument } from './support/documents.ts';
import { bundledCrew } from './support/threads.ts';

/** Few futures, and as many to try in as to judge by: so all that the search does is seen by running everything. */
const few = { tried: 64, confirmed: 64 } satisfies ChangeOptions;

function preset(name: string): ScenarioDocument {
  const parsed = parseScenario(presetText(name)!);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

/** The small line with a variant of its own in the place of those that it has. */
function withOnly(changes: Readonly<Record<string, Json>>, response = 're-plan', document = smallDocument()): ScenarioDocument {
  const checked = checkDocument({ ...document, variants: [{ name: 'Lean', response, changes }] });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.document;
}

/** Planned for half of what the floors ask, with agents who are busy nearly all of the time. */
const lean = withOnly({ 'targets.serviceLevel.atLeast': '50%', 'staffing.maxOccupancy': '97%', 'levers.ivr.containment.service': '12%' });

async function search(
  document: ScenarioDocument,
  variant: string | null,
  options: ChangeOptions = few,
  crew: Crew = inLineCrew(),
): Promise<{ readonly steps: readonly ChangeSearch[]; readonly result: CheapestChange }> {
  const session = createSession(crew);
  const steps: ChangeSearch[] = [];
  try {
    for await (const step of cheapestChange(session, document, variant, options)) steps.push(step);
  } finally {
    await session.close();
  }
  const last = steps.at(-1);
  if (last?.kind !== 'done') throw new Error('the search came to no end');
  return { steps, result: last.result };
}

const studies = new Map<string, ReturnType<typeof runStudy>>();

/** A study of its own, run once for all that ask. */
function studyOf(document: ScenarioDocument, replications: number): ReturnType<typeof runStudy> {
  const key = JSON.stringify([document, replications]);
  const study = studies.get(key) ?? runStudy(document, { replications, floor: 'auto', shares: false });
  studies.set(key, study);
  return study;
}

let ofLean: ReturnType<typeof search> | undefined;
const searchOfLean = (): ReturnType<typeof search> => (ofLean ??= search(lean, 'Lean'));

/** What a change comes to, by a study of its own. Floors are judged as the page's "Holds" is: met together as often as wanted. */
async function judged(document: ScenarioDocument, variant: string | null, remedy: Remedy, place: number, replications: number) {
  const patched = remedy.documentAt(document, place);
  if (!patched.ok) throw new Error(JSON.stringify(patched.problems));
  const run = await studyOf(patched.document as ScenarioDocument, replications);
  const { headline, targets } = run.study.models[0]!;
  const scenario = variant === null ? run.baseline : run.variant(variant);
  return {
    holds: scenario.holds!.value,
    noWorse: scenario.versusBaseline?.probability.noWorse?.value ?? null,
    cost: scenario.cpc[headline].mean!.value,
    cheaper: scenario.versusBaseline?.probability.cheaper?.value ?? null,
    wanted: targets.chance,
  };
}

/** The cheapest change by running every place of every remedy; `slack` loosens what counts as holding. */
async function byBruteForce(document: ScenarioDocument, variant: string | null, slack = 0) {
  let cheapest: { readonly path: string; readonly place: number; readonly cost: number } | null = null;
  for (const remedy of remediesOf(document, variant))
    for (let place = 1; place <= remedy.places; place++) {
      const { holds, cost, wanted } = await judged(document, variant, remedy, place, 64);
      if (holds < wanted - slack) continue;
      if (cheapest === null || cost < cheapest.cost) cheapest = { path: remedy.path, place, cost };
      break;
    }
  return cheapest;
}

const winner = ({ found: [first] }: CheapestChange) => first && { path: first.remedy.path, place: first.place, cost: first.cost };

/** A centre of one team, by the hour and the preset. */
const centres: readonly { readonly name: string; readonly document: ScenarioDocument; readonly variant: string | null }[] = [
  { name: 'the small line, planned too low', document: lean, variant: 'Lean' },
  { name: 'the help desk, one agent fewer', document: preset('it-help-desk'), variant: 'One agent fewer' },
  { name: 'the public-sector line itself', document: preset('public-sector-line'), variant: null },
];

describe.each(centres)('of $name', ({ document, variant }) => {
  it('finds what running every place of every remedy finds', async () => {
    const { result } = await search(document, variant);
    expect(winner(result)).toEqual(await byBruteForce(alone(document, variant), variant));
    expect(result.found.length).toBeGreaterThan(0);
  });
});

/** As the search runs it: other variants may change which futures are run call by call. */
function alone(document: ScenarioDocument, variant: string | null): ScenarioDocument {
  const { variants, ...rest } = document as ScenarioDocument & { readonly variants: readonly { readonly name: string }[] };
  return { ...rest, variants: variants.filter(({ name }) => name === variant) };
}

describe('the change that is found', () => {
  it('holds all floors by a study of its own, is then no worse either, and one step less does not', async () => {
    const { result } = await search(lean, 'Lean', { tried: 64, confirmed: 256 });
    expect(result.found.length).toBeGreaterThanOrEqual(2);
    for (const { remedy, place, holds, cost, cheaper } of result.found) {
      const there = await judged(lean, 'Lean', remedy, place, 256);
      expect({ holds, cost, cheaper }, remedy.path).toEqual({ holds: there.holds, cost: there.cost, cheaper: there.cheaper });
      expect(there.holds, remedy.path).toBeGreaterThanOrEqual(there.wanted);
      expect(there.noWorse, remedy.path).toBeGreaterThanOrEqual(there.holds);
      if (place > 1) expect((await judged(lean, 'Lean', remedy, place - 1, 256)).holds, remedy.path).toBeLessThan(there.wanted);
    }
    const costs = result.found.map(({ cost }) => cost!);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    const asItIs = await studyOf(lean, 256);
    expect(result.asItIs.cost).toBe(asItIs.variant('Lean').cpc.handled.mean!.value);
    for (const { cost, more } of result.found) expect(more).toBe(cost! - result.asItIs.cost!);
  });

  it('twin: what a looser rule finds is not it', async () => {
    const { result } = await searchOfLean();
    expect(winner(result)).not.toEqual(await byBruteForce(alone(lean, 'Lean'), 'Lean', 0.4));
  });

  it('is the same whoever runs it, and in whatever company', async () => {
    const said = ({ result }: { readonly result: CheapestChange }): string => JSON.stringify(result);
    const inLine = said(await searchOfLean());
    expect(said(await search(lean, 'Lean', few, cloningCrew()))).toBe(inLine);
    expect(said(await search(lean, 'Lean', few, bundledCrew(2)))).toBe(inLine);
    const others = [
      ...(lean as unknown as { variants: Json[] }).variants,
      { name: 'Another', changes: { 'costs.technology': '900 per week' } },
    ];
    expect(said(await search({ ...lean, variants: others }, 'Lean'))).toBe(inLine);
  });

  it('is a plan anew where the roster is kept and that is enough', async () => {
    // Longer calls on the roster of the shorter ones.
    const kept = withOnly({ 'contactTypes.service.handleTime.phone.mean': '480 s' }, 'locked');
    const { result } = await search(kept, 'Lean');
    expect(result.found.map(({ remedy: { kind } }) => kind)).toContain('response');
    expect(result.found.map(({ remedy: { kind } }) => kind).sort()).toEqual(['lever', 'response']);
  });
});

describe('where there is nothing to find', () => {
  it('none is needed where all floors hold', async () => {
    const { result } = await search(smallDocument(), 'Verified');
    expect(result.asItIs.holds).toBeGreaterThanOrEqual(result.wanted);
    expect([result.found, result.nearest]).toEqual([[], null]);
  });

  it('says what comes nearest, which does not hold by a study of its own', async () => {
    const remedies = remediesOf(lean, 'Lean').filter(({ kind }) => kind === 'lever');
    const { result } = await search(lean, 'Lean', { ...few, remedies });
    expect(result.found).toEqual([]);
    const { remedy, place, holds } = result.nearest!;
    const there = await judged(lean, 'Lean', remedy, place, 64);
    expect(holds).toBe(there.holds);
    expect(holds).toBeLessThan(result.wanted);
  });

  it('or that no input could do it', async () => {
    const { result } = await search(lean, 'Lean', { ...few, remedies: [] });
    expect([result.found, result.nearest, result.remedies]).toEqual([[], null, 0]);
  });

  it('leaves out what does not run', async () => {
    const [first] = remediesOf(lean, 'Lean');
    const refused: Remedy = { ...first!, documentAt: (document) => setAt(document, ['contactTypes', 'service', 'volume'], 'many') };
    const broken: Remedy = { ...first!, documentAt: () => ({ ok: false, problems: [] }) };
    await expect(search(lean, 'Lean', { ...few, remedies: [broken] })).resolves.toMatchObject({ result: { found: [], nearest: null } });
    await expect(search(lean, 'Lean', { ...few, remedies: [broken, first!] })).resolves.toMatchObject({ result: { remedies: 2 } });
    // What does not even read is a fault of whoever made the remedy.
    await expect(search(lean, 'Lean', { ...few, remedies: [refused] })).rejects.toThrow();
  });

  it('refuses a document that does not run, and one without floors', async () => {
    const nobody = { ...lean, agents: {} } as ScenarioDocument;
    await expect(search(nobody, 'Lean')).rejects.toThrow(ScenarioRefused);
    // A floor for a channel that nobody uses is none.
    const free = smallDocument({ 'targets.serviceLevel': { chat: { atLeast: '80%', within: '60 s' } } });
    await expect(search(free, 'Verified')).rejects.toThrow(TypeError);
  });
});

describe('on the way', () => {
  it('says how far it is, remedy by remedy', async () => {
    const { steps, result } = await searchOfLean();
    const trying = steps.flatMap((step) => (step.kind === 'trying' ? [step] : []));
    expect(trying.map(({ done }) => done)).toEqual(trying.map((_, i) => i));
    expect(trying.every(({ of }) => of === trying.length && of === result.remedies)).toBe(true);
    const confirming = steps.flatMap((step) => (step.kind === 'confirming' ? [step] : []));
    expect(confirming.length).toBe(result.found.length);
    expect(steps.slice(0, trying.length)).toEqual(trying);
  });

  it('ends at the signal, with its reason, and asks nobody for more', async () => {
    const aborting = new AbortController();
    let asked = 0;
    const crew = inLineCrew();
    const watched: Crew = { ...crew, replicate: (task) => (asked++, crew.replicate(task)) };
    const session = createSession(watched);
    const steps: ChangeSearch[] = [];
    const running = (async () => {
      for await (const step of cheapestChange(session, lean, 'Lean', { ...few, signal: aborting.signal })) {
        steps.push(step);
        if (steps.length === 2) aborting.abort(new Error('enough'));
      }
    })();
    await expect(running).rejects.toThrow('enough');
    const then = asked;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBe(then);
    expect(steps.every(({ kind }) => kind === 'trying')).toBe(true);
    await session.close();
  });
});
