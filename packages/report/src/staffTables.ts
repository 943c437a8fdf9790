import { groupStaffing, peopleThere, type StaffingPlan } from '@percall/core';
import type { Cell } from './cells.ts';
import { formatNumber } from './numbers.ts';
import { weeksOf } from './staffRows.ts';
import type { Row, Section, Table } from './table.ts';
import { dateOf, timeOf, weekdayOf } from './wallClock.ts';
import type { Words } from './words/words.ts';

/** Hours, FTE and peaks of every scenario: its groups week by week, and over all weeks where there are several. */
export function staffTotalsTable(plans: readonly StaffingPlan[], start: string, week: number | null, words: Words): Table {
  const { staff } = words;
  return {
    columns: [staff.group, staff.paidHours, staff.fte, staff.mostRequired, staff.mostScheduled],
    sections: plans.map((plan) => ({
      title: plan.model.name,
      rows: plan.model.groups.flatMap(({ name }, group) => {
        const row = (label: string, of: number | null): Row => {
          const { paidHours, fte, mostRequired, mostScheduled } = groupStaffing(plan, group, of);
          const cell = (value: number, place: number): Cell => ({ text: formatNumber(value, place, words.locale) });
          return { label, cells: [cell(paidHours, 0), cell(fte, -1), { text: heads(mostRequired, words) }, cell(mostScheduled, -1)] };
        };
        const weeks = weeksOf(plan, week);
        const each = weeks.map((of) => row(staff.inWeek(name, of + 1, dateOf(start, 7 * of)), of));
        return weeks.length > 1 ? [...each, row(staff.inAllWeeks(name), null)] : each;
      }),
    })),
    footnote: null,
  };
}

/** The people of scenarios in full-time agents, beside whom their own plans want: groups week by week, and over all weeks where there are several. */
export function staffPeopleTable(plans: readonly StaffingPlan[], start: string, week: number | null, words: Words): Table {
  const { staff } = words;
  const columns = ['planned', 'paid', 'onFloor', 'training', 'overtime', 'hires', 'leavers', 'letGo'] as const;
  return {
    columns: [staff.group, ...columns.map((column) => staff.people[column])],
    sections: plans.map((plan) => ({
      title: plan.model.name,
      rows: plan.model.groups.flatMap(({ name }, group) => {
        const row = (label: string, of: number | null): Row => {
          const people = peopleThere(plan, group, of);
          return { label, cells: columns.map((column) => ({ text: formatNumber(people[column], -1, words.locale) })) };
        };
        const weeks = weeksOf(plan, week);
        const each = weeks.map((of) => row(staff.inWeek(name, of + 1, dateOf(start, 7 * of)), of));
        return weeks.length > 1 ? [...each, row(staff.inAllWeeks(name), null)] : each;
      }),
    })),
    footnote: staff.people.footnote,
  };
}

/** A week of one group by the clock: weekdays side by side. Weeks that follow each other with the same plan are shown once. */
export function staffWeekTables(plans: readonly StaffingPlan[], start: string, week: number | null, words: Words): readonly Table[] {
  return plans.flatMap((plan) =>
    plan.model.groups.flatMap(({ name }, group) =>
      alikeWeeks(plan, group, week).map(({ first, last }): Table => {
        const { columns, rows } = byTheClock(plan, group, first, start, words);
        const title = words.staff.ofWeeks(plan.model.name, name, first + 1, last + 1, dateOf(start, 7 * first));
        const section: Section = { title, rows };
        return { columns: [words.staff.from, ...columns], sections: [section], footnote: null };
      }),
    ),
  );
}

/** Agents required are whole, unless a headcount or a roster says otherwise. */
const heads = (agents: number, words: Words): string => formatNumber(agents, Number.isInteger(agents) ? 0 : -1, words.locale);

/** Runs of weeks with the same plan for a group, first and last. */
function alikeWeeks(plan: StaffingPlan, group: number, week: number | null): readonly { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number; key: string }[] = [];
  for (const each of weeksOf(plan, week)) {
    const key = JSON.stringify([...intervalsIn(plan, each)].map(({ weekday, slot, at }) => [weekday, slot, plan.scheduled[at(group)]]));
    const run = runs.at(-1);
    if (run?.key === key) run.last = each;
    else runs.push({ first: each, last: each, key });
  }
  return runs;
}

interface OpenInterval {
  /** Days since the week of the horizon began. */
  readonly weekday: number;
  readonly slot: number;
  readonly at: (group: number) => number;
}

function* intervalsIn({ model: { calendar, groups } }: StaffingPlan, week: number): Generator<OpenInterval, void, undefined> {
  for (let day = 0; day < calendar.days; day++) {
    if (calendar.week[day] !== week) continue;
    for (let interval = calendar.firstInterval[day]!; interval < calendar.firstInterval[day + 1]!; interval++)
      yield { weekday: calendar.dayOffset[day]! % 7, slot: calendar.slot[interval]!, at: (group) => interval * groups.length + group };
  }
}

/** Rows by the time of day, columns by the days of the week on which the centre is open; closed intervals stay empty. */
function byTheClock(
  plan: StaffingPlan,
  group: number,
  week: number,
  start: string,
  words: Words,
): { readonly columns: readonly string[]; readonly rows: readonly Row[] } {
  const cells = new Map<number, Map<number, string>>();
  const weekdays = new Set<number>();
  for (const { weekday, slot, at } of intervalsIn(plan, week)) {
    weekdays.add(weekday);
    const row = cells.get(slot) ?? new Map<number, string>();
    cells.set(slot, row);
    const [required, scheduled] = [plan.required[at(group)]!, plan.scheduled[at(group)]!];
    row.set(weekday, words.staff.agents(heads(required, words), formatNumber(scheduled, -1, words.locale)));
  }
  const open = [...weekdays].sort((a, b) => a - b);
  return {
    columns: open.map((weekday) => weekdayOf(start, 7 * week + weekday, words.locale)),
    rows: [...cells]
      .sort(([a], [b]) => a - b)
      .map(([slot, row]) => ({
        label: timeOf(slot, plan.model.calendar.intervalSeconds),
        cells: open.map((weekday) => ({ text: row.get(weekday) ?? '' })),
      })),
  };
}
