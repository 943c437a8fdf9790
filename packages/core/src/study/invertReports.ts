import type { Channel, Leaf, Scenario } from '@percall/scenario';
import { typedContacts } from '../frontDoor/longRunNeeds.ts';
import { createStage, runWorld } from '../floor/runWorld.ts';
import { countIndex, sumTotals, totalsLayout } from '../floor/totals.ts';
import { asTyped, compileModel } from '../model/compileModel.ts';
import type { Inversion } from '../model/model.ts';
import { medianOf } from '../random/distributions/median.ts';
import { centralWorld } from '../world/centralWorld.ts';

/** What the reports come to, and how far from them the floor stays at the best, by contact type: 0.001 is a tenth of a percent. */
export interface InvertedReports {
  readonly inversion: Inversion;
  /** [contactType] relative distance of volume, at its worst channel, and of handle time by channel. */
  readonly distance: readonly { readonly volume: number; readonly handleTime: Readonly<Partial<Record<Channel, number>>> }[];
}

const mostPasses = 60;
/** Relative distance from the typed figures at which the search stops; a thousandth of what is promised. */
const closeEnough = 1e-7;

/**
 * What planners type is what their reports show: volume with redials and repeats in it, handle time of the contacts that remain after
 * the machines. Finds, once, the needs and the handle times that make the baseline at central inputs reproduce those reports on the
 * instant floor to 0.1%; variants share them.
 *
 * Runs the floor itself and scales until its report is the typed one, so whatever the floor models is inverted with it. Reports describe
 * ordinary weeks: events are left out. Where whole agents make the report jump, the nearest pass found is kept.
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
    distance: [] as InvertedReports['distance'],
  };
  for (let pass = 0; pass < mostPasses && best > closeEnough; pass++) {
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
        if (volume > 0 && volume < Infinity) inversion.channelWeight[queue.inverted]! *= volume;
        if (mean > 0 && mean < Infinity) inversion.handleTimeFactor[queue.inverted]! *= mean;
        needsOfAll += share * inversion.channelWeight[queue.inverted]!;
      }
      inversion.needsPerTypedContact[contactType] = needsOfAll;
      return away;
    });
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
  return { inversion, distance: kept.distance };
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

/** Infinity where nobody was counted and there is no ratio. */
const distanceFromOne = (ratio: number): number => (Number.isFinite(ratio) ? Math.abs(ratio - 1) : Infinity);

/** A scenario whose staff are what its own plan says: a transition is one from a baseline to another scenario. */
export const asPlanned = (scenario: Scenario): Scenario =>
  scenario.staffing.response === 'transition' ? { ...scenario, staffing: { ...scenario.staffing, response: 're-plan' } } : scenario;
