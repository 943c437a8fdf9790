import { layersOf } from '../floor/calls/layers.ts';
import { ledgerPlan } from '../ledger/ledgerLines.ts';
import { satisfactionLeaves } from '../ledger/satisfied.ts';
import { oneText } from '../model/oneText.ts';
import type { LeafIndex, Model } from '../model/model.ts';
import { evenAxes } from '../world/evenMean.ts';
import { drawsOf } from './draws.ts';
import type { Study } from './study.ts';

/**
 * [model] a text of all that the totals of a model follow from: where two studies agree in it, of whatever place the models are, the totals
 * are equal in every replication, bit for bit.
 *
 * In it: what the model says of what happens, the seed, the sampling, what is drawn anew, how each uncertain leaf of that is drawn (the weights of its coordinate on the
 * independent draws, which are functions of their path and Sobol' dimension), which means of days and forecasts are even, the baseline's key where the roster is the baseline's or starts from it, and on the
 * exact floor the layers that the baseline draws customers in.
 * Not in it: names of scenarios, other variants, what only the ledger reads (wages, and attrition and spans of control too), and what
 * results are judged by (floors that nobody plans for, tolerances, the wanted chance, the headline).
 */
export function totalsKeys(study: Study): readonly string[] {
  const keys: string[] = [];
  const { sampling, redrawn } = study;
  const even = evenAxes(study).map(({ slots, weights, ...axis }) => ({ ...axis, slots: [...slots], weights: [...weights] }));
  study.models.forEach((model, index) => {
    // The baseline plans for itself, whatever its response: there is no roster to take over or to start from.
    const roster = index > 0 && model.response !== 're-plan' ? keys[0]! : null;
    const { happens, leaves } = floorPart(model);
    // Not hashed: that takes longer than all that is done with a key.
    keys.push(
      oneText({
        happens,
        seed: study.seed,
        roster,
        sampling,
        redrawn,
        draws: drawsOf(study, index, leaves),
        even,
        exact: exactPart(study, index),
        days: daysPart(study),
      }),
    );
  });
  return keys;
}

/** What the exact floor follows from besides: who its customers are is for the baseline to say. The instant floor's keys have nothing of it. */
function exactPart({ models, floor }: Study, index: number): object | undefined {
  if (floor === 'erlang') return undefined;
  const model = models[index]!;
  return { closeGraceSeconds: model.calendar.closeGraceSeconds, layer: layersOf(models[0]!, model) };
}

/** Where every day is run the keys have nothing of it. */
const daysPart = ({ days }: Study): string | undefined => (days === 'all' ? undefined : days);

/** What a plan and the instant floor can read of a model, as a text, and the leaves that are in it. */
interface FloorPart {
  readonly happens: string;
  readonly leaves: ReadonlySet<LeafIndex>;
}

/** Models are frozen, so what follows from one is worked out once. */
const parts = new WeakMap<Model, FloorPart>();

/** All of a model but what the ledger, the judges of results and the exact floor alone read. */
export function floorPart(model: Model): FloorPart {
  const known = parts.get(model);
  if (known !== undefined) return known;
  const { targets, staffing, groups } = model;
  const planned = [
    targets.serviceLevel?.atLeast,
    targets.serviceLevel?.withinSeconds,
    targets.abandonmentAtMost,
    targets.speedOfAnswerAtMost,
    targets.chat.serviceLevel?.atLeast,
    targets.chat.serviceLevel?.withinSeconds,
    targets.chat.abandonmentAtMost,
  ];
  // Hours per week are read where full-time agents are counted, attrition where it has its way.
  const counts = staffing.transition !== null || staffing.plan.by === 'headcount';
  const elsewhere = new Set([...ledgerPlan(model).leaves, ...targets.floors.map(({ value }) => value), ...satisfactionLeaves(model)]);
  for (const leaf of [...planned, ...(staffing.transition === null ? [] : [staffing.attrition])]) elsewhere.delete(leaf ?? -1);
  const leaves = new Set([...model.leaves.keys()].filter((leaf) => model.leaves[leaf]!.role === 'operational' && !elsewhere.has(leaf)));
  const happens = oneText({
    ...without(model, 'name', 'currency', 'headline', 'satisfaction', 'costLines', 'management', 'penalty', 'investmentYears', 'discount'),
    calendar: without(model.calendar, 'closeGraceSeconds'),
    groups: groups.map((group) => without(group, 'wage', 'onCost')),
    staffing: without(staffing, 'overtimePremium', ...(counts ? [] : (['hoursPerWeek', 'attrition'] as const))),
    targets: without(targets, 'floors', 'chance'),
    leaves: [...leaves].map((leaf) => [leaf, model.leaves[leaf]]),
  });
  const part = { happens, leaves };
  parts.set(model, part);
  return part;
}

const without = <T extends object>(whole: T, ...keys: readonly (keyof T & string)[]): object =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => !(keys as readonly string[]).includes(key)));
