import { compileStudy, type FloorUsed, type ScenarioResults } from '@percall/core';
import { aloneWith, remediesOf, type Remedy, type ScenarioDocument } from '@percall/scenario';
import { compile, onInstantFloor } from './compile.ts';
import { ScenarioRefused } from './scenarioRefused.ts';
import type { Session, StudyAnswer } from './session.ts';

export interface ChangeOptions {
  /** Aborts the search: it throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Futures of the instant floor that every remedy is tried in. Default: 256. */
  readonly tried?: number;
  /** Futures that what was found is confirmed in, by both floors (`auto`), as an answer is judged. Default: 1,024. */
  readonly confirmed?: number;
  /** The remedies to choose from. Default: all that the scenario has. */
  readonly remedies?: readonly Remedy[];
}

/** What a scenario comes to, in the futures that the search confirms in. */
export interface Standing {
  /** Mean cost per contact by the headline's denominator; null: no contacts. */
  readonly cost: number | null;
  /** The baseline's. */
  readonly baselineCost: number | null;
  /** Chance that all floors of the baseline are met together. */
  readonly holds: number;
  /** Chance that it costs less than the baseline; null: it is the baseline, or has no contacts. */
  readonly cheaper: number | null;
}

/** A change with what it comes to. */
export interface FoundChange extends Standing {
  readonly remedy: Remedy;
  readonly place: number;
  /** Mean cost per contact above that of the scenario as it is; negative: below. */
  readonly more: number | null;
}

export interface CheapestChange {
  readonly asItIs: Standing;
  /** That which restores service at the least cost per contact, and up to three others, by what they cost. Empty: none does, or none is needed. */
  readonly found: readonly FoundChange[];
  /** Where none restores it: that which comes nearest. null: one restores it, or there is no remedy at all, or none is needed. */
  readonly nearest: FoundChange | null;
  /** How many remedies there were. */
  readonly remedies: number;
  readonly wanted: number;
  /** What `found` and `nearest` come from. */
  readonly floor: FloorUsed;
  readonly replications: number;
}

export type ChangeSearch =
  | { readonly kind: 'trying' | 'confirming'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly result: CheapestChange };

/** How many are shown: the cheapest and three more. */
const shown = 4;

/** Whether service holds: the chance that all floors are met together is the wanted one at least. Then it is also no worse than the baseline's as often. */
const restores = (holds: number, wanted: number): boolean => holds >= wanted;

/**
 * Finds the single change of a scenario that brings all quality floors back at the least mean cost per contact of the headline.
 *
 * Of every remedy the least place that restores is found by bisection, which takes for granted that more helps: where its most does not restore, it is out. They are
 * tried on the instant floor, and the four cheapest are confirmed by both floors in more futures, where each moves to the least place that restores
 * there; one that no longer does makes room for the next. Where costs are equal the earlier remedy is first. The same document gives the same
 * answer, whoever runs the session. The session is its alone while it lasts.
 *
 * Throws ScenarioRefused where the scenario does not run, TypeError where the baseline sets no floors, and the signal's reason.
 *
 * @param variant by name; null: the baseline, judged by its own floors
 */
export async function* cheapestChange(
  session: Session,
  document: ScenarioDocument,
  variant: string | null,
  { signal, tried = 256, confirmed = 1024, remedies = remediesOf(document, variant) }: ChangeOptions = {},
): AsyncGenerator<ChangeSearch, void, undefined> {
  const lone = aloneWith(document, variant);
  const { study } = compile(lone, { replications: confirmed, floor: 'auto' });
  const { headline, targets } = study.models[0]!;
  const wanted = targets.chance;
  // What the instant floor does not take is tried call by call.
  const floor = onInstantFloor(lone, { checked: [] }, compileStudy) === null ? 'auto' : 'erlang';
  const options = { kpis: () => false, ...(signal === undefined ? {} : { signal }) };

  const standingIn = ({ results }: StudyAnswer): Standing => {
    const [baseline, scenario = baseline] = results.scenarios as [ScenarioResults, ScenarioResults?];
    if (scenario.holds === null) throw new TypeError('the baseline sets no floor that could be broken');
    const mean = ({ kpis }: ScenarioResults): number | null => kpis[`cpc.${headline}`]?.mean?.value ?? null;
    return {
      cost: mean(scenario),
      baselineCost: mean(baseline),
      holds: scenario.holds.value,
      cheaper: scenario.versusBaseline?.probability.cheaper?.value ?? null,
    };
  };
  const confirmedAnswer = async (of: ScenarioDocument): Promise<StudyAnswer> =>
    session.run(of, { ...options, checked: [], replications: confirmed, floor: 'auto' });

  const asked = await confirmedAnswer(lone);
  const asItIs = standingIn(asked);
  const done = (found: readonly FoundChange[], nearest: FoundChange | null): ChangeSearch => ({
    kind: 'done',
    result: {
      asItIs,
      found,
      nearest,
      remedies: remedies.length,
      wanted,
      floor: asked.results.scenarios.at(-1)!.floor.used,
      replications: confirmed,
    },
  });
  if (restores(asItIs.holds, wanted)) return yield done([], null);

  /** null: it does not run, or not on that floor. */
  const orNull = async <T>(remedy: Remedy, place: number, run: (changed: ScenarioDocument) => Promise<T>): Promise<T | null> => {
    const patched = remedy.documentAt(lone, place);
    if (!patched.ok) return null;
    try {
      return await run(patched.document as ScenarioDocument);
    } catch (fault) {
      if (fault instanceof ScenarioRefused) return null;
      throw fault;
    }
  };

  /** In as many futures as it takes to see that it does not restore: where more of the first are lost than may be of all, it cannot. */
  const triedAt = (remedy: Remedy, place: number): Promise<Standing | null> =>
    orNull(remedy, place, async (changed) => {
      let last: Standing | null = null;
      for await (const answer of session.stream(changed, { ...options, checked: [], replications: tried, floor })) {
        last = standingIn(answer);
        if (answer.replications * (1 - last.holds) > tried * (1 - wanted) + slack) break;
      }
      return last;
    });
  const confirmedAt = (remedy: Remedy, place: number): Promise<Standing | null> =>
    orNull(remedy, place, async (changed) => standingIn(await confirmedAnswer(changed)));

  const candidates: { readonly remedy: Remedy; readonly least: Least }[] = [];
  let nearest: { readonly remedy: Remedy; readonly holds: number } | null = null;
  for (const [index, remedy] of remedies.entries()) {
    yield { kind: 'trying', done: index, of: remedies.length };
    const standings = remembered((place) => triedAt(remedy, place));
    const least = await leastOf(remedy.places, standings, wanted);
    const most = await standings(remedy.places);
    if (least !== null) candidates.push({ remedy, least });
    else if (most !== null && most.holds > (nearest?.holds ?? -1)) nearest = { remedy, holds: most.holds };
  }

  candidates.sort((a, b) => costOf(a.least.standing) - costOf(b.least.standing));
  const found: FoundChange[] = [];
  const changeOf = (remedy: Remedy, { place, standing }: Least): FoundChange => ({
    ...standing,
    remedy,
    place,
    more: standing.cost === null || asItIs.cost === null ? null : standing.cost - asItIs.cost,
  });
  let unconfirmed: FoundChange | null = null;
  for (const { remedy, least } of candidates) {
    if (found.length === shown) break;
    yield { kind: 'confirming', done: found.length, of: Math.min(shown, candidates.length) };
    const standings = remembered((place) => confirmedAt(remedy, place));
    const settled = await leastOf(remedy.places, standings, wanted, least.place);
    if (settled !== null) found.push(changeOf(remedy, settled));
    else {
      const most = await standings(remedy.places);
      if (most !== null && most.holds > (unconfirmed?.holds ?? -1))
        unconfirmed = changeOf(remedy, { place: remedy.places, standing: most });
    }
  }
  found.sort((a, b) => costOf(a) - costOf(b));
  if (found.length > 0 || unconfirmed !== null) return yield done(found, found.length > 0 ? null : unconfirmed);
  const most = nearest === null ? null : await confirmedAt(nearest.remedy, nearest.remedy.places);
  yield done([], most === null ? null : changeOf(nearest!.remedy, { place: nearest!.remedy.places, standing: most }));
}

/** Shares of futures are fractions whose binary ends are no exact ones. */
const slack = 1e-6;

interface Least {
  readonly place: number;
  readonly standing: Standing;
}

type StandingAt = (place: number) => Promise<Standing | null>;

function remembered(at: StandingAt): StandingAt {
  const known = new Map<number, Promise<Standing | null>>();
  return (place) => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const standing = at(place);
    known.set(place, standing);
    return standing;
  };
}

/** The least place that restores, the one before it not; null: the most does not. `from`: where it is likely to be. */
async function leastOf(places: number, at: StandingAt, wanted: number, from: number | null = null): Promise<Least | null> {
  const standingIf = async (place: number): Promise<Standing | null> => {
    const standing = await at(place);
    return standing !== null && restores(standing.holds, wanted) ? standing : null;
  };
  let missed = 0;
  let place = places;
  let standing = from === null ? null : await standingIf(from);
  if (standing !== null) place = from!;
  else {
    if (from !== null) missed = from;
    standing = await standingIf(places);
    if (standing === null) return null;
  }
  // One less is most likely the last that does not restore.
  for (let next = from === place ? place - 1 : null; place - missed > 1; next = null) {
    const middle = next ?? Math.floor((missed + place) / 2);
    const between = await standingIf(middle);
    if (between === null) missed = middle;
    else {
      place = middle;
      standing = between;
    }
  }
  return { place, standing };
}

/** A scenario without contacts costs nothing that could be compared: it comes last. */
const costOf = ({ cost }: Standing): number => cost ?? Infinity;
