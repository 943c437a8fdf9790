import type { Channel } from '@percall/scenario';
import type { Model } from '../model/model.ts';
import type { Kpi, KpiInput, KpiUnit } from './kpi.ts';

/** All contact types together, where a KPI is asked for without one. */
export const allContactTypes = -1;

/** A part of a KPI's pair. `contactType` is an index, or `allContactTypes`; `channel` its place among the model's, 0 for a KPI of all of them. */
export type Part = (input: KpiInput, contactType: number, channel: number) => number;

/** One KPI as its file states it: the pair of sums, and the words the glossary prints. */
export interface KpiDefinition {
  /** `kpi[.channel]`. */
  readonly id: string;
  /** The channel it is of: a model without it does not have the KPI. Left out: of all channels together. */
  readonly channel?: Channel;
  readonly unit: KpiUnit;
  readonly better: Kpi['better'];
  /** Whether it can also be measured for one contact type: `id.TYPE`. */
  readonly byContactType: boolean;
  /** Models that have it, where not all do that have the channel; for all contact types together or for one. */
  readonly exists?: (model: Model, contactType: number) => boolean;
  /** What has to be worked out of prices before it can be measured. */
  readonly reads?: Kpi['reads'];
  /** Counting rule by name, `numerator / denominator` in the field's terms. */
  readonly rule: string | ((model: Model) => string);
  readonly inWords: { readonly numerator: string; readonly denominator: string; readonly rule: string };
  /** Where the definition comes from. */
  readonly source: string;
  readonly numerator: Part;
  readonly denominator: Part;
}

/** One KPI of several channels: a definition for each, counted alike. */
export const byChannel = (
  channels: readonly Channel[],
  kpi: string,
  definition: Omit<KpiDefinition, 'id' | 'channel'>,
): readonly KpiDefinition[] => channels.map((channel) => ({ id: `${kpi}.${channel}`, channel, ...definition }));
