import { agentsRequired } from '@percall/erlang';
import type { Json, ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { analyse, createReplicator, type FloorName, type ScenarioAnalysis } from '../src/index.ts';
import { documentWith } from './support/document.ts';
import { studyOn } from './floor/twoFloors.ts';

/**
 * Ten things that naive calculators get wrong, each a small document on both floors. A twin beside each switches off what makes the difference, and
 * must come out as the naive calculator says.
 */
const floors = ['erlang', 'calls'] as const;
const futures = 64;
const service = 'contactTypes.service';

type Changes = Readonly<Record<string, Json>>;
const small: Changes = { [`${service}.volume`]: { value: 3000, counted: 'needs' } };
const costs: Json = { telephony: '0.02 per minute', technology: '3000 per week', softwareLicences: '30 per seat per week' };
const line = (changes: Changes = {}, topLevel: Changes = {}): ScenarioDocument =>
  documentWith({ ...small, ...changes }, { costs, ...topLevel });

const known = new Map<string, ReturnType<typeof runAnew>>();

/** Two traps may ask about one document, and one of them twice: it is run once. */
function run(floor: FloorName, document: ScenarioDocument) {
  const key = JSON.stringify([floor, document]);
  const scenarios = known.get(key) ?? runAnew(floor, document);
  known.set(key, scenarios);
  return scenarios;
}

/** Baseline and variants: ratio of sums over the futures of a KPI, ledger amounts over the horizon in all futures. */
function runAnew(floor: FloorName, document: ScenarioDocument) {
  const study = studyOn(floor, document);
  const { scenarios } = analyse(study, [createReplicator(study)(0, futures)]);
  const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
  const of = ({ kpis, ledger, holds }: ScenarioAnalysis) => ({
    kpi: (id: string): number => {
      const worlds = kpis.find(({ kpi }) => kpi.id === id);
      if (worlds === undefined) throw new Error(`no ${id}`);
      return sum(worlds.numerator) / sum(worlds.denominator);
    },
    sumOf: (id: string): number => sum(kpis.find(({ kpi }) => kpi.id === id)!.numerator) / futures,
    amounts: (start: string): readonly number[] => {
      const lines = ledger.filter(({ line: name }) => name.startsWith(start));
      return Array.from({ length: futures }, (_, future) => lines.reduce((all, { amounts }) => all + amounts[future]!, 0));
    },
    holds: holds === null ? 1 : holds.reduce((all, one) => all + one, 0) / futures,
  });
  return scenarios.map(of);
}

/** Amounts in whole cents. */
const cents = (amounts: readonly number[]): readonly number[] => amounts.map((amount) => Math.round(100 * amount));

const variants = (...changes: readonly Json[]): Changes => ({
  variants: changes.map((variant, index) => ({ name: `Variant ${index + 1}`, ...(variant as object) })),
});
const selfService = { tries: '40%', succeeds: '50%', failureAdds: '0 s', returnsWithin72h: '0%' };

describe.each(floors)('on the floor %s', (floor) => {
  it('1: deflecting a fifth of the contacts saves less than a fifth of the work, and agents less again', () => {
    const deflect = (difficulty: number) =>
      run(
        floor,
        line({ [`${service}.difficulty.selfService`]: difficulty }, variants({ changes: { 'levers.selfService.service': selfService } })),
      );
    const [before, after] = deflect(0.7);
    const kept = (id: string) => after!.sumOf(id) / before!.sumOf(id);
    expect(kept('contacts.offered')).toBeCloseTo(0.8, 1);
    const work = kept('handleTime.phone');
    expect(work).toBeGreaterThan(0.85);
    expect(kept('paidHours')).toBeGreaterThan(0.85);
    // Twin: where difficulty and success have nothing to do with each other, the work falls like the contacts; agents still fall by less.
    const [plain, less] = deflect(0);
    const naive = less!.sumOf('handleTime.phone') / plain!.sumOf('handleTime.phone');
    expect(Math.abs(naive / (less!.sumOf('contacts.offered') / plain!.sumOf('contacts.offered')) - 1)).toBeLessThan(0.02);
    expect(less!.sumOf('paidHours') / plain!.sumOf('paidHours')).toBeGreaterThan(naive);
  });

  it('2: cost per handled contact rises while the budget falls, and cost per need falls with it', () => {
    const with_ = (difficulty: number) =>
      run(
        floor,
        line({ [`${service}.difficulty.selfService`]: difficulty }, variants({ changes: { 'levers.selfService.service': selfService } })),
      );
    const [before, after] = with_(0.7);
    expect(after!.kpi('cpc.handled')).toBeGreaterThan(before!.kpi('cpc.handled'));
    expect(after!.kpi('totalCost')).toBeLessThan(before!.kpi('totalCost'));
    expect(after!.kpi('cpc.need')).toBeLessThan(before!.kpi('cpc.need'));
    // Twin: with contacts as long as before it rises by what is fixed alone, less.
    const [plain, less] = with_(0);
    expect(less!.kpi('cpc.handled') / plain!.kpi('cpc.handled')).toBeLessThan(after!.kpi('cpc.handled') / before!.kpi('cpc.handled'));
  });

  it('3: a locked roster saves no wages to the cent; re-planning does', () => {
    const shorter = { changes: { 'levers.software.handleTime': '-15%' } };
    const [before, locked, replanned] = run(floor, line({}, variants({ ...shorter, response: 'locked' }, shorter)));
    // On-costs are paid on overtime too, which is shorter where the call in hand at the end of a shift is.
    for (const lines of ['wages', 'softwareLicences']) expect(cents(locked!.amounts(lines))).toEqual(cents(before!.amounts(lines)));
    const saved = (after: typeof locked, lines: string) =>
      before!.amounts(lines).reduce((all, amount, future) => all + amount - after!.amounts(lines)[future]!, 0);
    expect(saved(locked, 'telephony')).toBeGreaterThan(0);
    // Twin: planned anew, the same change pays.
    expect(saved(replanned, 'wages')).toBeGreaterThan(0);
    expect(locked!.kpi('serviceLevel.phone')).toBeGreaterThan(replanned!.kpi('serviceLevel.phone'));
  });

  it('4: a callback removes no work, and in lasting overload more give up', () => {
    const few = { plan: 'roster', roster: { team: { 'mon-fri': 4 } }, forecastError: '0%', scheduleEfficiency: '100%' };
    const callback = { accepts: '60%', offerWhenWaitExceeds: '60 s', reached: '80%', retryAfter: '15 min', dialSeconds: '20 s' };
    // 5 erlangs for the 4 of whom 2.8 are there, all day long.
    const [before, after] = run(
      floor,
      line({}, { staffing: few, ...variants({ response: 'locked', changes: { 'levers.callback': callback } }) }),
    );
    const work = (of: typeof before) => of!.sumOf('occupancy.phone') / of!.sumOf('contacts.resolved');
    expect(work(after)).toBeGreaterThanOrEqual(work(before) * 0.999);
    const live = (of: typeof before, share: number) => of!.sumOf('abandonment.phone') / (of!.sumOf('contacts.offered') * (1 - share));
    // Of those who stay on the line, more give up: callbacks no longer thin the queue, and dialling takes time.
    expect(live(after, after!.kpi('callbackShare.phone'))).toBeGreaterThan(live(before, 0));
    // Twin: where agents are plenty, hardly anybody is offered one.
    const [, idle] = run(
      floor,
      line(
        {},
        {
          staffing: { ...few, roster: { team: { 'mon-fri': 16 } } },
          ...variants({ response: 'locked', changes: { 'levers.callback': callback } }),
        },
      ),
    );
    expect(idle!.kpi('callbackShare.phone')).toBeLessThan(0.02);
  });

  it('5: shrinkage divides, and its components compound', () => {
    const paid = (shrinkage: Json) => {
      const document = line(
        { 'agents.team.shrinkage': shrinkage },
        { staffing: { plan: 'roster', roster: { team: { 'mon-fri': 100 } }, scheduleEfficiency: '100%', forecastError: '0%' } },
      );
      // Paid hours of a week of five days of ten hours, per month.
      return (run(floor, document)[0]!.kpi('paidHours') / 50) * 1;
    };
    expect(paid('30%')).toBeCloseTo(100 / 0.7, 6);
    expect(paid({ leave: '20%', sickness: '10%' })).toBeCloseTo(100 / (0.8 * 0.9), 6);
    // Twin: multiplied by 1.3, as a naive calculator does, there would be 130; added up, 30%.
    expect(paid('30%') - 130).toBeGreaterThan(12);
    expect(paid({ leave: '20%', sickness: '10%' })).toBeLessThan(paid('30%'));
  });

  it('6: a service level is a ratio of totals, not a mean of ratios', () => {
    const uneven: Changes = { 'calendar.dayShape': [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1] };
    const flat = { staffing: { plan: 'roster', roster: { team: { 'mon-fri': 8 } }, scheduleEfficiency: '100%', forecastError: '0%' } };
    const [one] = run(floor, line(uneven, flat));
    const study = studyOn(floor, line(uneven, flat));
    expect(one!.kpi('serviceLevel.phone')).toBeLessThan(0.75);
    // Fifteen intervals in which all are answered at once, and five that are swamped: three quarters of the intervals are perfect.
    expect(study.models[0]!.calendar.intervals).toBe(100);
    const [even] = run(floor, line({}, flat));
    expect(even!.kpi('serviceLevel.phone')).toBeGreaterThan(0.9);
    expect(one!.sumOf('serviceLevel.phone') / one!.sumOf('contacts.offered')).toBeCloseTo(one!.kpi('serviceLevel.phone') / 1, 0);
  });

  it('7: the plan for the mean day misses its target on many weeks', () => {
    // What 80% in 20 s takes on the mean day, to an agent: fewer agents miss it.
    const staffing7 = agentsRequired({
      callsPerHour: 60,
      ahtSeconds: 300,
      patience: { family: 'exponential', meanSeconds: 180 },
      thresholdSeconds: 20,
      targets: [{ measure: 'serviceLevel', value: 0.8 }],
    });
    if (!staffing7.ok) throw new Error('no answer');
    const { agents } = staffing7;
    const staffing = { plan: 'roster', roster: { team: { 'mon-fri': agents } }, scheduleEfficiency: '100%', forecastError: '0%' };
    const week = (dayToDay: string) =>
      run(
        floor,
        line({ [`${service}.variation`]: { dayToDay, shared: '100%', withinDay: '0%' }, 'agents.team.shrinkage': '0%' }, { staffing }),
      )[0]!;
    const [calm, rough] = [week('0%'), week('25%')];
    expect(rough.kpi('serviceLevel.phone')).toBeLessThan(calm.kpi('serviceLevel.phone') - 0.01);
    expect(rough.holds).toBeLessThan(calm.holds - 0.1);
  });

  it('8: three chats at a time are not three agents', () => {
    const chats = (cap: number, stretch: string) =>
      run(
        floor,
        line(
          {
            [`${service}.channels`]: { phone: '0%', chat: '100%' },
            [`${service}.handleTime.chat`]: { mean: '600 s', cv: 1 },
            [`${service}.patience.chat`]: { mean: '120 s', balk: '0%' },
          },
          { channels: { chat: { concurrency: { cap, stretch, measuredAt: 1 } } } },
        ),
      )[0]!;
    const [one, three, unstretched] = [chats(1, '50%'), chats(3, '50%'), chats(3, '0%')];
    expect(three.kpi('handleTime.chat')).toBeGreaterThan(one.kpi('handleTime.chat') * 1.1);
    expect(three.kpi('paidHours')).toBeGreaterThan((one.kpi('paidHours') / 3) * 1.3);
    expect(three.kpi('paidHours')).toBeLessThan(one.kpi('paidHours'));
    // Twin: where chats do not slow each other down, they nearly are.
    expect(unstretched.kpi('paidHours')).toBeLessThan(three.kpi('paidHours') * 0.85);
  });

  it('9: containment is not deflection, and rates chain', () => {
    const machines: Changes = {
      'levers.ivr': {
        time: '30 s',
        containment: { service: '20%' },
        hangUps: '10%',
        verification: { offeredTo: '50%', success: '0%', failureAdds: '20 s' },
      },
      'levers.selfService.service': { ...selfService, returnsWithin72h: '25%' },
      [`${service}.difficulty`]: { selfService: 0, containment: 0 },
    };
    const [, on] = run(floor, line({}, variants({ changes: machines })));
    // 40% x 50% are served, a quarter of them comes back; a fifth of the others is contained; a tenth of the rest hangs up, which saves nobody's contact.
    const served = 0.4 * 0.5;
    const contained = (1 - served) * 0.2;
    const asks = (1 - served - contained) * 0.9 + served * 0.25;
    expect(on!.kpi('containment.phone')).toBeCloseTo(0.2, 1);
    expect(on!.kpi('deflection')).toBeCloseTo(served * 0.75 + contained, 1);
    expect(on!.sumOf('contacts.offered') / on!.sumOf('contacts.need')).toBeCloseTo(asks, 1);
    // Twin: added up, and hang-ups taken for served, half as many would ask for an agent again.
    expect(asks - (1 - served - 0.2 - 0.1)).toBeGreaterThan(0.05);
    // A verification that never succeeds costs its seconds.
    const [plain, failing] = run(
      floor,
      line({}, variants({ changes: { 'levers.ivr.verification': { offeredTo: '50%', success: '0%', failureAdds: '20 s' } } })),
    );
    expect(failing!.kpi('handleTime.phone') - plain!.kpi('handleTime.phone')).toBeGreaterThan(8);
  });

  it('10: low cost per contact through bad service is not efficiency', () => {
    const staff = (agents: number) => ({
      plan: 'roster',
      roster: { team: { 'mon-fri': agents } },
      scheduleEfficiency: '100%',
      forecastError: '0%',
    });
    const alive: Changes = { [`${service}.redial`]: { share: '70%', after: '10 min' }, [`${service}.repeat.share`]: '50%' };
    const [enough] = run(floor, line(alive, { staffing: staff(9) }));
    const [short] = run(floor, line(alive, { staffing: staff(4) }));
    expect(short!.kpi('cpc.offered')).toBeLessThan(enough!.kpi('cpc.offered') * 0.8);
    expect(short!.sumOf('contacts.offered')).toBeGreaterThan(enough!.sumOf('contacts.offered') * 1.3);
    expect(short!.kpi('cpc.resolved') / short!.kpi('cpc.offered')).toBeGreaterThan(
      (enough!.kpi('cpc.resolved') / enough!.kpi('cpc.offered')) * 1.4,
    );
    // Twin: where nobody tries again, bad service brings no more contacts.
    const quiet: Changes = { [`${service}.redial.share`]: '0%', [`${service}.repeat.share`]: '0%' };
    const [left] = run(floor, line(quiet, { staffing: staff(4) }));
    expect(left!.sumOf('contacts.offered') / left!.sumOf('contacts.need')).toBeCloseTo(1, 2);
  });
});
