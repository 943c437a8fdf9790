import { documentWith, getAt, isObject, scenarioDocument, type Choice, type Json, type Patched } from '@percall/scenario';
import { setChoice } from './edits.ts';
import { plannedStaff, type GivenPlan } from './plannedStaff.ts';
import type { Edit } from './work.ts';

/** Plans whose staff the document gives, under keys of the same names. */
const given: readonly string[] = ['roster', 'headcount'] satisfies readonly GivenPlan[];

/** Whether a choice is the plan, which takes more than its own name. */
export const isPlan = ({ path }: Choice): boolean => path === 'staffing.plan';

/**
 * The edit that plans a scenario otherwise. A roster or a headcount that the document does not give begins as what is planned now, so that the
 * choice by itself moves little; a variant keeps none that its plan does not read.
 */
export const planning =
  (choice: Choice, plan: string): Edit =>
  (work) => {
    const start = given.includes(plan) ? plannedStaff(work.document, work.selected, plan as GivenPlan) : null;
    const planned = setChoice(choice, plan)(work);
    const baseline = scenarioDocument(work.document, null) ?? {};
    const scenario = scenarioDocument(work.document, work.selected) ?? baseline;
    const staffOf = (key: string): Json => {
      if (key !== plan) return getAt(baseline, ['staffing', key]) ?? null;
      const own = getAt(scenario, ['staffing', key]);
      return { ...start, ...(isObject(own) ? own : {}) };
    };
    // What the baseline gives for another plan stays: a variant may plan by it.
    const written = given.filter((key) => (key === plan ? start !== null : work.selected !== null));
    let patched: Patched = { ok: true, document: planned.document };
    for (const key of written)
      if (patched.ok) patched = documentWith(patched.document, work.selected, { path: `staffing.${key}` }, staffOf(key));
    return { ...planned, document: patched.ok ? patched.document : planned.document };
  };
