import type { Scenario } from '@percall/scenario';
import { typedContacts } from '../frontDoor/longRunNeeds.ts';
import { createStage, runWorld } from '../floor/runWorld.ts';
import { countIndex, sumTotals, totalsLayout } from '../floor/totals.ts';
import { asTyped, compileModel } from '../model/compileModel.ts';
import type { Inversion } from '../model/model.ts';
import { centralWorld } from '../world/centralWorld.ts';

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
export function invertReports(baseline: Scenario): Inversion {
  const ordinary: Scenario = { ...baseline, calendar: { ...baseline.calendar, events: [] } };
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
  const kept = { needs: inversion.needsPerTypedContact.slice(), handleTime: inversion.handleTimeFactor.slice() };
  for (let pass = 0; pass < mostPasses && best > closeEnough; pass++) {
    sumTotals(model, runWorld(stage, world, null), stage.roster.scheduled, totals, 0);
    const needs = inversion.needsPerTypedContact.slice();
    const handleTime = inversion.handleTimeFactor.slice();
    let worst = 0;
    model.contactTypes.forEach((type, contactType) => {
      const sum = (field: 'needs' | 'offered' | 'handled' | 'handleSeconds'): number => totals[countIndex(layout, field, contactType, 0)]!;
      const volume = typedContacts(model, contactType, world.leaves) / sum(type.counted);
      const mean = (world.leaves[type.handleTime.mean]! * sum('handled')) / sum('handleSeconds');
      // A type that nobody contacts, or that nobody answers, reports nothing to invert.
      if (volume > 0 && volume < Infinity) {
        worst = Math.max(worst, Math.abs(volume - 1));
        inversion.needsPerTypedContact[contactType]! *= volume;
      }
      if (mean > 0 && mean < Infinity) {
        worst = Math.max(worst, Math.abs(mean - 1));
        inversion.handleTimeFactor[contactType]! *= mean;
      }
    });
    if (worst < best) {
      best = worst;
      kept.needs = needs;
      kept.handleTime = handleTime;
    }
  }
  inversion.needsPerTypedContact.set(kept.needs);
  inversion.handleTimeFactor.set(kept.handleTime);
  return inversion;
}
