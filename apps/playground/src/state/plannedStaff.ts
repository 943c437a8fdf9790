import { compileStudy, groupStaffing, staffingPlans, type Model, type StaffingPlan } from '@percall/core';
import { getAt, weekdays, type Json, type ScenarioDocument } from '@percall/scenario';

/** Plans by staff that a document gives. */
export type GivenPlan = 'roster' | 'headcount';

/**
 * The staff of a scenario as it is planned now, spelled as a document gives it: by group the agents on duty in every open interval of a week, or
 * full-time equivalents. Null: there is no plan, because the document does not run.
 */
export function plannedStaff(document: ScenarioDocument, selected: string | null, plan: GivenPlan): Readonly<Record<string, Json>> | null {
  const variant = selected === null ? undefined : getAt(document, ['variants', selected]);
  const compiled = compileStudy({ ...document, variants: variant === undefined ? [] : [variant] });
  if (!compiled.ok) return null;
  const planned = staffingPlans(compiled.study.models).at(-1)!;
  const groups = partsOf(planned.model);
  return Object.fromEntries(
    groups.map(([name, parts]) => [name, plan === 'headcount' ? fullTime(planned, parts) : weekOf(planned, parts)] as const),
  );
}

/** Groups of the document, with the places of their parts: those who are cross-skilled are planned apart. */
const partsOf = ({ groups }: Model): readonly (readonly [string, readonly number[]])[] =>
  groups.flatMap(({ name, part }, place) =>
    part?.crossSkilled === true ? [] : [[name, part === null ? [place] : [place, part.other]] as const],
  );

const oneDigit = (value: number): number => Number(value.toFixed(1));

const fullTime = (plan: StaffingPlan, parts: readonly number[]): string =>
  `${oneDigit(parts.reduce((sum, group) => sum + groupStaffing(plan, group, null).fte, 0))} FTE`;

/** Agents on duty by weekday, from the first day of each that is open. */
function weekOf({ model, required }: StaffingPlan, parts: readonly number[]): Json {
  const { calendar, groups } = model;
  const week: Record<string, Json> = {};
  for (let day = 0; day < calendar.days; day++) {
    const name = weekdays[calendar.weekday[day]!]!;
    const [from, to] = [calendar.firstInterval[day]!, calendar.firstInterval[day + 1]!];
    if (name in week || from === to) continue;
    week[name] = Array.from({ length: to - from }, (_, i) =>
      oneDigit(parts.reduce((sum, group) => sum + required[(from + i) * groups.length + group]!, 0)),
    );
  }
  return week;
}
