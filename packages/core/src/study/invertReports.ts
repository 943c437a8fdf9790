import type { Channel, Leaf, Scenario } from '@percall/scenario';
import { typedContacts } from '../frontDoor/longRunNeeds.ts';
import { createStage, runWorld } from '../floor/runWorld.ts';
import { countIndex, sumTotals, totalsLayout } from '../floor/totals.ts';
import { asTyped, compileModel } from '../model/compileModel.ts';
import type { Inversion } from '../model/model.ts';
import { medianOf } from '../random/distributions/median.ts';
import { centralWorld } from '../world/centralWorld.ts';
import { createBracket, narrow, type Bracket } from './bracket.ts';

/** What the reports come to, and how far from them the floor stays at the best: 0.001 is a tenth of a percent. */
export interface InvertedReports {
  readonly inversion: Inversion;
  /** [contactType] */
  readonly distance: readonly ReportDistance[];
}

interface ReportDistance {
  /** Relative, at the worst channel. */
  readonly volume: number;
  /** Whether the report jumps over the typed volume where whole agents are added: fewer needs give less than it, and more give more. */
  readonly jumps: boolean;
  /** Relative, by channel. */
  readonly handleTime: Readonly<Partial<Record<Channel, number>>>;
}

/** Relative distance from the typed figures up to which a report is reproduced: what is promised. */
export const reproduced = 1e-3;
/** Relative distance from the typed figures at which the search stops; a ten-thousandth of what is promised. */
const closeEnough = 1e-7;
/** Passes in which every figure is scaled by what it is short of the typed one. */
const scalingPasses = 60;
/** The last of them, which tell between which needs to look. */
const notedPasses = 8;
/** Passes that look between two needs: 12 halve a percent to what is as good as one and try both ends, five times over where types move each other. */
const lookingPasses = 60;

/**
 * What planners type is what their reports show: volume with redials and repeats in it, handle time of the contacts that remain after
 * the machines. Finds, once, the needs and the handle times that make the baseline at central inputs reproduce those reports on the
 * instant floor to 0.1%; variants share them.
 *
 * Runs the floor itself and scales until its report is the typed one, so whatever the floor models is inverted with it. Reports describe
 * ordinary weeks: events are left out.
 *
 * Whole agents make a report jump: with a little more work many intervals have an agent more at once, and fewer callers give up. Scaling goes to
 * and fro over a typed volume near such a jump, without end. Its needs are then looked for between those that are too few and too many, and
 * where no needs give the volume, those of the jump's nearer side are kept.
 */
export function invertReports(baseline: Scenario): InvertedReports {
  const ordinary: Scenario = asPlanned({ ...baseline, calendar: { ...baseline.calendar, events: [] } });
  const inversion = asTyped(baseline.contactTypes.length);
  const model = compileModel('', ordinary, inversion);
  const world = centralWorld(model);
  const stage = createStage(model);
  const layout = totalsLayout(model);
  const totals = new Float64Array(layout.length);
  model.contactTypes.forEach(({ selfService }, contactType) => {
    inversion.selfServiceTries[contactType] = selfService ? world.leaves[selfService.tries]! : 0;
    inversion.selfServiceSucceeds[contactType] = selfService ? world.leaves[selfService.succeeds]! : 0;
  });

  let best = Infinity;
  const kept = {
    needs: inversion.needsPerTypedContact.slice(),
    weight: inversion.channelWeight.slice(),
    handleTime: inversion.handleTimeFactor.slice(),
    distance: [] as Omit<ReportDistance, 'jumps'>[],
  };
  const brackets = Array.from(inversion.channelWeight, createBracket);
  let mostPasses = scalingPasses;
  for (let pass = 0, isFound = false; !isFound && best > closeEnough && pass < mostPasses; pass++) {
    isFound = pass >= scalingPasses;
    sumTotals(model, runWorld(stage, world, null), stage.roster.scheduled, totals, 0);
    const needs = inversion.needsPerTypedContact.slice();
    const weight = inversion.channelWeight.slice();
    const handleTime = inversion.handleTimeFactor.slice();
    let worst = 0;
    const distance = model.contactTypes.map((type, contactType) => {
      const typed = typedContacts(model, contactType, world.leaves);
      const away = { volume: 0, handleTime: {} as Partial<Record<Channel, number>> };
      let needsOfAll = 0;
      for (const at of type.queues) {
        const queue = model.queues[at]!;
        const share = world.leaves[queue.share]!;
        const sum = (field: 'needs' | 'offered' | 'handled' | 'handleSeconds' | 'workSeconds'): number =>
          totals[countIndex(layout, field, contactType, queue.channel)]!;
        const volume = (typed * share) / sum(type.counted);
        // A chat's handle time is one with as many in hand as when it was measured, whatever there are here.
        const seconds = sum(model.channels[queue.channel] === 'chat' ? 'workSeconds' : 'handleSeconds');
        const mean = (world.leaves[queue.handleTime.mean]! * sum('handled')) / seconds;
        // A queue that nobody comes to reports nothing to invert.
        if (typed * share > 0) {
          const far = distanceFromOne(mean);
          away.volume = Math.max(away.volume, distanceFromOne(volume));
          away.handleTime[model.channels[queue.channel]!] = far;
          worst = Math.max(worst, away.volume, far);
        }
        if (volume > 0 && volume < Infinity) {
          const bracket = brackets[queue.inverted]!;
          const value = inversion.channelWeight[queue.inverted]!;
          const next = pass < scalingPasses - notedPasses ? value * volume : narrow(bracket, value, volume);
          inversion.channelWeight[queue.inverted] = pass < scalingPasses ? value * volume : next;
          if (distanceFromOne(volume) > reproduced && !bracket.jumps) isFound = false;
        }
        if (mean > 0 && mean < Infinity) inversion.handleTimeFactor[queue.inverted]! *= mean;
        needsOfAll += share * inversion.channelWeight[queue.inverted]!;
      }
      inversion.needsPerTypedContact[contactType] = needsOfAll;
      return away;
    });
    if (pass === scalingPasses - 1 && Math.min(worst, best) > reproduced && brackets.some(isBetween)) mostPasses += lookingPasses;
    if (worst < best || pass === 0) {
      best = worst;
      kept.distance = distance;
      kept.needs = needs;
      kept.weight = weight;
      kept.handleTime = handleTime;
    }
  }
  inversion.needsPerTypedContact.set(kept.needs);
  inversion.channelWeight.set(kept.weight);
  inversion.handleTimeFactor.set(kept.handleTime);
  const ownJump = model.contactTypes.map(({ queues }) => queues.some((at) => brackets[model.queues[at]!.inverted]!.jumps));
  // A type moves with the jump of another that shares its agents, by less.
  const widest = Math.max(0, ...kept.distance.map(({ volume }, contactType) => (ownJump[contactType]! ? volume : 0)));
  const distance = kept.distance.map((each, contactType) => ({ ...each, jumps: ownJump[contactType]! || each.volume < widest }));
  return { inversion, distance };
}

/**
 * All that `invertReports` reads of a scenario, as text: what happens at central inputs in ordinary weeks. Prices, ranges, notes, chance and
 * the horizon's events are not in it.
 */
export function reportsOf(scenario: Scenario): string {
  const { period, horizon, calendar, contactTypes, channelSettings, agents, staffing, targets, levers } = scenario;
  const ordinary = { ...calendar, events: [] };
  return JSON.stringify({ period, horizon, calendar: ordinary, contactTypes, channelSettings, agents, staffing, targets, levers }, central);
}

function central(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('distribution' in value)) return value;
  const { role, distribution, support } = value as Leaf;
  return role === 'financial' ? undefined : medianOf(distribution, support);
}

const isBetween = ({ low, high }: Bracket): boolean => low > 0 && high < Infinity;

/** Infinity where nobody was counted and there is no ratio. */
const distanceFromOne = (ratio: number): number => (Number.isFinite(ratio) ? Math.abs(ratio - 1) : Infinity);

/** A scenario whose staff are what its own plan says: a transition is one from a baseline to another scenario. */
export const asPlanned = (scenario: Scenario): Scenario =>
  scenario.staffing.response === 'transition' ? { ...scenario, staffing: { ...scenario.staffing, response: 're-plan' } } : scenario;
