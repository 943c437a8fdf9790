import { daysPer, type Channel } from '@percall/scenario';
import { createStage, runWorld } from '../floor/runWorld.ts';
import { countIndex, sumTotals, totalsLayout } from '../floor/totals.ts';
import type { Model } from '../model/model.ts';
import { groupStaffing } from '../people/staffingPlan.ts';
import { centralWorld } from '../world/centralWorld.ts';

/** What a contact type's report would show of one scenario, in the terms that a document states it in. */
export interface ReportedType {
  readonly contactType: string;
  /** Contacts as the type counts them (offered, handled or needs), for the document's period, over the horizon and its events; null: none. */
  readonly volumePerPeriod: number | null;
  /** Seconds: handling of handled / handled, repeats included; of chats one with as many in hand as were measured. Without channels where nobody was handled. */
  readonly handleSeconds: Readonly<Partial<Record<Channel, number>>>;
}

/** What the inputs of one scenario come to. */
export interface ReportedInputs {
  readonly types: readonly ReportedType[];
  /** By group of the document, those who are cross-skilled included: full-time equivalents that are paid, the mean over the weeks. */
  readonly groups: readonly { readonly group: string; readonly fte: number }[];
}

/**
 * What the reports of each scenario would show, baseline first, from one run of the instant floor at central inputs: every number at its
 * median, no busyness, a forecast that is right. Volumes and handle times are typed as the baseline's reports show them, so there they come
 * back as typed, within 0.1% where no event moves them; in a variant they are what its levers leave of them.
 */
export function reportedInputs(models: readonly Model[]): readonly ReportedInputs[] {
  const stages = models.map((model) => createStage(model));
  return stages.map((stage, index) => {
    const { model, roster } = stage;
    const world = centralWorld(model);
    const outcome = runWorld(stage, world, index === 0 ? null : stages[0]!);
    const layout = totalsLayout(model);
    const totals = new Float64Array(layout.length);
    sumTotals(model, outcome, roster.scheduled, totals, 0);
    const types = model.contactTypes.map((type, contactType): ReportedType => {
      const handleSeconds: Partial<Record<Channel, number>> = {};
      let volume = 0;
      for (const at of type.queues) {
        const { channel } = model.queues[at]!;
        const name = model.channels[channel]!;
        const sum = (field: 'needs' | 'offered' | 'handled' | 'handleSeconds' | 'workSeconds'): number =>
          totals[countIndex(layout, field, contactType, channel)]!;
        volume += sum(type.counted);
        const seconds = sum(name === 'chat' ? 'workSeconds' : 'handleSeconds');
        if (sum('handled') > 0) handleSeconds[name] = seconds / sum('handled');
      }
      const perPeriod = (volume * daysPer[model.period]) / model.calendar.horizonDays;
      return { contactType: type.name, volumePerPeriod: volume > 0 ? perPeriod : null, handleSeconds };
    });
    const plan = { model, ...roster, planned: roster.scheduled, onFloor: roster.scheduled, staff: null };
    const groups = new Map<string, number>();
    model.groups.forEach(({ name, part }, group) => {
      // A group whose agents are of two kinds is planned in two parts, under the name of the other.
      const whole = part?.crossSkilled === true ? model.groups[part.other]!.name : name;
      groups.set(whole, (groups.get(whole) ?? 0) + groupStaffing(plan, group, null).fte);
    });
    return { types, groups: [...groups].map(([group, fte]) => ({ group, fte })) };
  });
}
