import type { Model } from '../model/model.ts';
import { abandonment } from './abandonment.ts';
import { contacts } from './contacts.ts';
import { costPerContact } from './costPerContact.ts';
import { allContactTypes, type KpiDefinition } from './definition.ts';
import { firstContactResolution } from './firstContactResolution.ts';
import { handleTime } from './handleTime.ts';
import { investmentKpis } from './investment.ts';
import type { Kpi } from './kpi.ts';
import { kpiSegment } from './kpiId.ts';
import { containment, deflection, selfServiceCompletion } from './machines.ts';
import { occupancy } from './occupancy.ts';
import { fullTimeEquivalents, idleShare, paidHours, shrinkageShare } from './people.ts';
import { redialRate, repeatRate } from './recontact.ts';
import { serviceLevel } from './serviceLevel.ts';
import { totalCost } from './totalCost.ts';
import { meanWait, speedOfAnswer } from './waiting.ts';

/** Every KPI there is, in the order of every table and document. */
export const kpiDefinitions: readonly KpiDefinition[] = [
  ...costPerContact,
  totalCost,
  ...serviceLevel,
  speedOfAnswer,
  meanWait,
  abandonment,
  occupancy,
  firstContactResolution,
  repeatRate,
  redialRate,
  containment,
  deflection,
  selfServiceCompletion,
  handleTime,
  ...contacts,
  paidHours,
  fullTimeEquivalents,
  idleShare,
  shrinkageShare,
];

/**
 * The KPIs of a model, in one fixed order: every definition, and where the model has several contact types, `id.TYPE` after it for those
 * that can be measured by contact type.
 */
export function kpisOf(model: Model): readonly Kpi[] {
  return kpiDefinitions.flatMap((definition) => [
    kpiOf(model, definition, definition.id, allContactTypes),
    ...(definition.byContactType && model.contactTypes.length > 1
      ? model.contactTypes.map(({ name }, contactType) => kpiOf(model, definition, `${definition.id}.${kpiSegment(name)}`, contactType))
      : []),
  ]);
}

/** What an expression may name: the ids of `kpisOf(model)`, and of investments, which variants alone may have. */
export const kpiNames = (model: Model): readonly string[] => [...kpisOf(model), ...investmentKpis].map(({ id }) => id);

function kpiOf(model: Model, { unit, better, rule, numerator, denominator }: KpiDefinition, id: string, contactType: number): Kpi {
  return {
    id,
    unit,
    better,
    rule: typeof rule === 'string' ? rule : rule(model),
    numerator: (input) => numerator(input, contactType),
    denominator: (input) => denominator(input, contactType),
  };
}
