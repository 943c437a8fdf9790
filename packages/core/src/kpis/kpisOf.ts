import { extremeName, extremeNames, type ExtremeName } from '../model/extremeName.ts';
import { extremeIndex } from '../floor/totals.ts';
import type { Model } from '../model/model.ts';
import { abandonment } from './abandonment.ts';
import { allocatedCost, allocatedCostPerContact } from './allocatedCost.ts';
import { callbacks } from './callback.ts';
import { contacts } from './contacts.ts';
import { costPerContact } from './costPerContact.ts';
import { responded, responseTime } from './deferred.ts';
import { allContactTypes, type KpiDefinition, type Part } from './definition.ts';
import { firstContactResolution } from './firstContactResolution.ts';
import { handleTime } from './handleTime.ts';
import { investmentKpis } from './investment.ts';
import type { Kpi } from './kpi.ts';
import { kpiSegment } from './kpiId.ts';
import { containment, deflection, selfServiceCompletion } from './machines.ts';
import { occupancy } from './occupancy.ts';
import { fullTimeEquivalents, idleShare, paidHours, shrinkageShare } from './people.ts';
import { redialRate, repeatRate } from './recontact.ts';
import { concurrency, routing } from './routing.ts';
import { satisfaction } from './satisfaction.ts';
import { serviceLevel, serviceLevelByRule } from './serviceLevel.ts';
import { totalCost } from './totalCost.ts';
import { meanWait, speedOfAnswer } from './waiting.ts';

/** Every KPI there is, in the order of every table and document. */
export const kpiDefinitions: readonly KpiDefinition[] = [
  ...costPerContact,
  ...allocatedCostPerContact,
  totalCost,
  ...allocatedCost,
  ...serviceLevel,
  ...serviceLevelByRule,
  ...speedOfAnswer,
  ...meanWait,
  ...abandonment,
  ...responded,
  ...responseTime,
  ...callbacks,
  ...routing,
  ...occupancy,
  ...concurrency,
  ...firstContactResolution,
  repeatRate,
  redialRate,
  containment,
  deflection,
  selfServiceCompletion,
  satisfaction,
  ...handleTime,
  ...contacts,
  paidHours,
  fullTimeEquivalents,
  idleShare,
  shrinkageShare,
];

/**
 * The KPIs of a model, in one fixed order: every definition whose channel and lever it has; where it has several contact types, `id.TYPE` after it
 * for those that can be measured by contact type; and `id.worstWeek` and the like where the study has a floor that is judged on it.
 */
export function kpisOf(model: Model): readonly Kpi[] {
  const bind = createBinder();
  return kpiDefinitions.flatMap((definition) => {
    const channel = definition.channel === undefined ? 0 : model.channels.indexOf(definition.channel);
    if (channel < 0) return [];
    const has = (contactType: number): boolean => definition.exists?.(model, contactType) ?? true;
    const isServed = (contactType: number): boolean =>
      model.queues.some((queue) => queue.contactType === contactType && queue.channel === channel);
    return [
      ...(has(allContactTypes) ? [kpiOf(model, definition, definition.id, allContactTypes, channel, bind)] : []),
      ...(definition.byContactType && model.contactTypes.length > 1
        ? model.contactTypes.flatMap(({ name }, contactType) =>
            has(contactType) && isServed(contactType)
              ? [kpiOf(model, definition, `${definition.id}.${kpiSegment(name)}`, contactType, channel, bind)]
              : [],
          )
        : []),
      ...extremesOf(model, definition),
    ];
  });
}

/** What an expression may name: the ids of `kpisOf(model)`, and of investments, which variants alone may have. */
export const kpiNames = (model: Model): readonly string[] => [...kpisOf(model), ...investmentKpis].map(({ id }) => id);

/** The id without what makes it an extreme, and that; null: it is none. */
export function splitExtreme(id: string): { readonly base: string; readonly extreme: ExtremeName | null } {
  const extreme = extremeNames.find((name) => id.endsWith(`.${name}`)) ?? null;
  return { base: extreme === null ? id : id.slice(0, -extreme.length - 1), extreme };
}

function kpiOf(
  model: Model,
  { unit, better, rule, reads, numerator, denominator }: KpiDefinition,
  id: string,
  contactType: number,
  channel: number,
  bind: Binder,
): Kpi {
  return {
    id,
    unit,
    better,
    rule: typeof rule === 'string' ? rule : rule(model),
    reads: reads ?? null,
    numerator: bind(numerator, contactType, channel),
    denominator: bind(denominator, contactType, channel),
  };
}

/** A part for one contact type and channel. The same part for the same is the same function, which is measured once. */
type Binder = (part: Part, contactType: number, channel: number) => Kpi['numerator'];

function createBinder(): Binder {
  const known = new Map<Part, Map<string, Kpi['numerator']>>();
  return (part, contactType, channel) => {
    const ofPart = known.get(part) ?? new Map<string, Kpi['numerator']>();
    known.set(part, ofPart);
    const key = `${contactType} ${channel}`;
    const bound = ofPart.get(key) ?? ((input) => part(input, contactType, channel));
    ofPart.set(key, bound);
    return bound;
  };
}

/** The worst week, say, of a KPI: its pair there, which the totals have kept. */
function extremesOf(model: Model, { id, unit, better, rule }: KpiDefinition): readonly Kpi[] {
  return model.targets.extremes.flatMap((extreme, place): Kpi[] => {
    if (extreme.of !== id) return [];
    const name = extremeName(extreme);
    return [
      {
        id: `${id}.${name}`,
        unit,
        better,
        rule: `${typeof rule === 'string' ? rule : rule(model)}, ${extremeRule[name]}`,
        reads: null,
        numerator: ({ layout, totals, offset }) => totals[offset + extremeIndex(layout, place)]!,
        denominator: ({ layout, totals, offset }) => totals[offset + extremeIndex(layout, place) + 1]!,
      },
    ];
  });
}

const extremeRule: Readonly<Record<ExtremeName, string>> = {
  worstWeek: 'worst week',
  worstInterval: 'worst interval',
  bestWeek: 'best week',
  bestInterval: 'best interval',
};
