import { compileStudy, groupStaffing, staffingPlans, type StaffingPlan } from '@percall/core';
import { checkDocument, choicesOf, getAt, isObject, type ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { setControl } from '../src/state/edits.ts';
import { isPlan, planning } from '../src/state/planning.ts';
import { opened, type Work } from '../src/state/work.ts';
import { preset } from './documents.ts';

/** The work after a plan was chosen, checked as the page checks it. */
function planned(work: Work, plan: string): Work {
  const choice = choicesOf(work.document).find(isPlan)!;
  const { document, selected } = planning(choice, plan)(work);
  const checked = checkDocument(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return { document: checked.document, selected };
}

function plansOf(document: ScenarioDocument): readonly StaffingPlan[] {
  const compiled = compileStudy(document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return staffingPlans(compiled.study.models);
}

const weeklyHours = (plan: StaffingPlan): number =>
  plan.model.groups.reduce((sum, _, group) => sum + groupStaffing(plan, group, 0).paidHours, 0);

const changes = ({ document, selected }: Work) => getAt(document, ['variants', selected!, 'changes']);

describe.each(['bank-ivr-verification', 'bpo-cross-training'])('a plan of %s by staff that is given', (name) => {
  const work: Work = { ...opened(preset(name)), selected: null };
  const [before] = plansOf(work.document);

  it('is a roster of the agents that were planned', () => {
    const { document } = planned(work, 'roster');
    const [after] = plansOf(document);
    expect(after!.model.staffing.plan.by).toBe('roster');
    expect(Math.abs(weeklyHours(after!) / weeklyHours(before!) - 1)).toBeLessThan(0.02);
  });

  it('is a headcount of those who were', () => {
    const { document } = planned(work, 'headcount');
    const [after] = plansOf(document);
    expect(after!.model.staffing.plan.by).toBe('headcount');
    expect(Math.abs(weeklyHours(after!) / weeklyHours(before!) - 1)).toBeLessThan(0.02);
  });
});

describe('a variant’s plan', () => {
  const work = opened(preset('bank-ivr-verification'));

  it('is its own, and takes its staff with it when it goes', () => {
    const after = planned(work, 'headcount');
    expect(changes(after)).toMatchObject({
      'staffing.plan': 'headcount',
      'staffing.headcount': { 'account service': expect.stringMatching(/^[\d.]+ FTE$/) as string },
    });
    expect(after.document).toMatchObject({ staffing: { plan: 'to target' } });
    const roster = planned(after, 'roster');
    expect(Object.keys(changes(roster) as object)).not.toContain('staffing.headcount');
    expect(changes(planned(roster, 'to target'))).toEqual(changes(work));
  });

  it('keeps the staff that the document gives', () => {
    const inBaseline = planned({ ...work, selected: null }, 'headcount');
    const own = planned({ ...inBaseline, selected: work.selected }, 'to target');
    expect(changes(own)).toMatchObject({ 'staffing.plan': 'to target' });
    const back = planned(own, 'headcount');
    expect(changes(back)).toEqual(changes(work));
    const staffing = getAt(back.document, ['staffing', 'headcount']);
    expect(isObject(staffing) && Object.keys(staffing)).toEqual(['account service', 'card service']);
    const again = planned({ ...back, selected: null }, 'roster');
    expect(getAt(again.document, ['staffing', 'headcount'])).toEqual(staffing);
  });

  it('is left where a document does not run: nothing is made up', () => {
    const law = { path: 'contactTypes.accounts.patience.phone.family' } as Parameters<typeof setControl>[0];
    const { document } = setControl(law, 'deterministic')({ ...work, selected: null });
    const choice = choicesOf(document).find(isPlan)!;
    const checked = checkDocument(planning(choice, 'headcount')({ document: document as ScenarioDocument, selected: null }).document);
    expect(checked.ok ? [] : checked.problems.map(({ path }) => path)).toContain('staffing.headcount."account service"');
  });
});
