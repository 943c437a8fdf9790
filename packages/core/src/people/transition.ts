import type { Model, ModelCalendar } from '../model/model.ts';
import { atTheTime } from './atTheTime.ts';
import { newAgentsPace } from './newAgents.ts';
import { partOf } from './parts.ts';
import type { Roster } from './roster.ts';
import { firstOfWeek } from './weeks.ts';

/**
 * What is kept of each week of a transition, by group: seconds paid under the baseline's roster and under one's own, overtime and training beside it,
 * and full-time agents who begin to be paid, leave of their own accord, and are let go.
 */
export const staffFields = ['baselinePaid', 'paid', 'overtime', 'training', 'hires', 'leavers', 'letGo'] as const;
export type StaffField = (typeof staffFields)[number];
export const staffField = Object.fromEntries(staffFields.map((field, index) => [field, index])) as Readonly<Record<StaffField, number>>;

/** Staff on their way from the baseline's roster to a variant's plan, in one world. */
export interface Transition {
  /** [interval][group] scheduled agents whose work reaches the floor: the plan's, or as many of them as there are. */
  readonly onFloor: Float64Array;
  /** [week][staffField][group] */
  readonly byWeek: Float64Array;
  /** [week] of one group of the document: paid seconds of the baseline and of the plan, and the baseline's where it has any; the plan in parts of these. */
  readonly before: Float64Array;
  readonly wanted: Float64Array;
  readonly whole: Float64Array;
  readonly share: Float64Array;
  /** [week in which they are ordered] hires, in the same parts. */
  readonly ordered: Float64Array;
  /** [interval] agents of one group of the document that the plan and the baseline schedule. */
  readonly planned: Float64Array;
  readonly rostered: Float64Array;
}

export function createTransition(model: Model): Transition {
  const { intervals, weeks } = model.calendar;
  const groups = model.groups.length;
  const column = (): Float64Array => new Float64Array(weeks);
  return {
    onFloor: new Float64Array(intervals * groups),
    byWeek: new Float64Array(weeks * staffFields.length * groups),
    before: column(),
    wanted: column(),
    whole: column(),
    share: column(),
    ordered: column(),
    planned: new Float64Array(intervals),
    rostered: new Float64Array(intervals),
  };
}

const secondsPerWeek = 7 * 86_400;
/** Least share by which staff are short, or too many, that is more than the rounding of a division. */
const noise = 1e-12;

/**
 * Moves the staff of one world week by week from the baseline's roster towards the variant's plan.
 *
 * Staff x are counted in parts of the baseline's paid hours of the week, so that a season which the baseline's staff follow is no transition: x is 1 in
 * the first week (or 0 in a group that the baseline never schedules), the plan is r(w) = planned hours / baseline's. Each week:
 *
 * 1. Hires are ordered so that they are full agents when they are needed: they reach the floor L weeks later, L = hire lag + training, and have their
 *    pace R weeks after that, R = ramp, both in whole weeks. A week lacks as many as it is short of and so are all the weeks that it takes to make a full agent
 *    (training + ramp) after it: a gap that passes sooner is overtime's. As many are ordered as the week lacks, of those L to L + R weeks ahead, that lacks most.
 *    So those who are needed sooner than L + R weeks from the first come as soon as they can, and the others R weeks early: paid above the plan for as
 *    long as the ramp takes, and never more people than the plan comes to by its end.
 * 2. Those ordered L weeks ago reach the floor. While they are trained they are paid, and after it their pace rises over the ramp
 *    (`newAgentsPace`). Training and ramp concern hires that make staff grow: those of whom leavers are replaced are part of every week,
 *    the baseline's too, and in its shrinkage.
 * 3. Where severance is given, those whom none of the next L + R weeks needs are let go at once.
 * 4. Overtime fills what is missing, up to its maximum of x.
 * 5. At the week's end attrition a x 7 / 365.25 of x leaves; those whom some of the next L + R + 1 weeks needs are replaced.
 *
 * After the last week the plan is taken to stay as it is there. So with nobody leaving and nobody let go a falling plan pays what a locked roster pays, and
 * where hires are there at once and others let go at once all is the plan, to the bit.
 *
 * The floor has the plan's roster, never more: more people than the plan wants are paid and not on the floor, as scheduling loss: capacity that is
 * freed and not cashed. Where staff and overtime are short of the week's plan, they are short where the plan asks for more than the baseline's roster
 * has, in proportion to how much more; only when that is not enough are the others short too, alike. So agents whom the plan needs less at one time of
 * the week are moved to another, but nobody is taken, for a storm of three days, from days on which all are needed; and overtime is worked where
 * people are missing. What is paid follows who is on the floor.
 *
 * The two parts of a group of which some are cross-skilled are one staff: making agents of it cross-skilled is neither hire nor leaver. The parts share
 * what happens to it as they are scheduled.
 *
 * @param roster as the variant's own plan has it; `scheduled` is rewritten to what is paid, overtime in it
 * @param baseline roster and model of the baseline in the same world: the same weeks and groups
 */
export function moveStaff(
  transition: Transition,
  model: Model,
  leaves: Float64Array,
  roster: Roster,
  baseline: { readonly model: Model; readonly roster: Roster },
): void {
  const { groups, calendar } = model;
  const { before, wanted, planned, rostered } = transition;
  const earlier = atTheTime(calendar, baseline.model.calendar);
  for (const [group, { part }] of groups.entries()) {
    if (part?.crossSkilled === true) continue;
    const parts = part === null ? [group] : [group, part.other];
    for (const column of [before, wanted, planned, rostered]) column.fill(0);
    for (const of of parts) {
      addWeeklySeconds(before, baseline.roster.scheduled, baseline.model.calendar, groups.length, of);
      addWeeklySeconds(wanted, roster.scheduled, calendar, groups.length, of);
      for (let interval = 0; interval < calendar.intervals; interval++) {
        planned[interval]! += roster.scheduled[interval * groups.length + of]!;
        if (earlier[interval]! >= 0) rostered[interval]! += baseline.roster.scheduled[earlier[interval]! * groups.length + of]!;
      }
    }
    moveGroup(transition, model, leaves, roster, parts);
    for (const of of parts) {
      before.fill(0);
      addWeeklySeconds(before, baseline.roster.scheduled, baseline.model.calendar, groups.length, of);
      for (let week = 0; week < calendar.weeks; week++) transition.byWeek[weekAt(week, 'baselinePaid', groups.length, of)] = before[week]!;
    }
  }
}

const weekAt = (week: number, field: StaffField, groups: number, group: number): number =>
  (week * staffFields.length + staffField[field]) * groups + group;

/** Adds paid seconds of a group of a roster by week, [week]. */
function addWeeklySeconds(seconds: Float64Array, scheduled: Float64Array, calendar: ModelCalendar, groups: number, group: number): void {
  const first = firstOfWeek(calendar);
  for (let week = 0; week < calendar.weeks; week++) {
    let agents = 0;
    for (let interval = first[week]!; interval < first[week + 1]!; interval++) agents += scheduled[interval * groups + group]!;
    seconds[week]! += agents * calendar.intervalSeconds;
  }
}

/** Fills `whole` and `share` from the hours before and wanted; returns the staff of the first week. */
function openGroup({ before, wanted, whole, share }: Transition): number {
  let scheduled = 0;
  let weeks = 0;
  let most = 0;
  for (let week = 0; week < before.length; week++) {
    scheduled += before[week]!;
    if (before[week]! > 0) weeks++;
    most = Math.max(most, wanted[week]!);
  }
  // A week in which the baseline schedules nobody has its usual staff all the same.
  const usual = weeks > 0 ? scheduled / weeks : most;
  for (let week = 0; week < before.length; week++) {
    whole[week] = before[week]! > 0 ? before[week]! : usual;
    share[week] = whole[week]! > 0 ? wanted[week]! / whole[week]! : 0;
  }
  return weeks > 0 ? 1 : 0;
}

/** Moves the staff of one group of the document, of one part or two. */
function moveGroup(transition: Transition, model: Model, leaves: Float64Array, roster: Roster, parts: readonly number[]): void {
  const { calendar, staffing, groups } = model;
  const { whole, share, ordered, byWeek, onFloor } = transition;
  const { hireLag, training, ramp, overtimeMax, letsGo } = staffing.transition!;
  const { weeks, intervalSeconds } = calendar;
  const trainingWeeks = leaves[training]! / secondsPerWeek;
  const rampWeeks = leaves[ramp]! / secondsPerWeek;
  const inTraining = wholeWeeks(trainingWeeks);
  const lag = wholeWeeks(leaves[hireLag]! / secondsPerWeek + trainingWeeks);
  const untilFull = wholeWeeks(trainingWeeks + rampWeeks);
  const ahead = lag + wholeWeeks(rampWeeks);
  const leaving = Math.min(1, (leaves[staffing.attrition]! * 7) / 365.25);
  const fullTimeSeconds = staffing.hoursPerWeek * 3600;
  /** Of each part, what it is of the group in this week. */
  const weights = parts.map(() => 1);
  const put = (week: number, field: StaffField, value: number): void =>
    parts.forEach((part, place) => (byWeek[weekAt(week, field, groups.length, part)] = value * weights[place]!));

  const first = firstOfWeek(calendar);
  let staff = openGroup(transition);
  ordered.fill(0);
  /** Ordered and not on the floor yet. */
  let coming = 0;
  for (let week = 0; week < weeks; week++) {
    const planned = share[week]!;
    const missing = mostLasting(share, week + lag, week + ahead, untilFull) - staff - coming;
    if (missing > noise) {
      ordered[week] = missing;
      coming += missing;
    }
    const arrived = week >= lag ? ordered[week - lag]! : 0;
    staff += arrived;
    coming -= arrived;
    if (Math.abs(staff - planned) <= noise * staff) staff = planned;
    const kept = letsGo ? Math.min(staff, mostOf(share, week, week + ahead)) : staff;
    const letGo = staff - kept;
    staff = kept;

    const atPace = Math.max(0, staff - lackOfPace(ordered, week, lag, rampWeeks));
    const from = first[week]!;
    const to = first[week + 1]!;
    // In a week without open hours nobody is paid by the hour.
    const seconds = to > from ? whole[week]! : 0;
    const overtime = Math.min(Math.max(0, planned - atPace), leaves[overtimeMax]! * staff);
    const worked = planned > 0 ? Math.min(1, (atPace + overtime) / planned) : 0;
    const paid = planned > 0 ? (staff + overtime) / planned : 0;
    const evenly = (staff * seconds) / (to - from) / intervalSeconds;
    const short = whereMissing(transition, from, to, worked);
    for (let interval = from; interval < to; interval++) {
      const here = stillThere(transition, interval, short);
      for (const part of parts) {
        const at = interval * groups.length + part;
        const scheduled = roster.scheduled[at]!;
        onFloor[at] = scheduled * here;
        // Where nobody is at full pace, as the plan is.
        if (planned > 0) roster.scheduled[at] = scheduled * (worked > 0 ? (here * paid) / worked : paid);
        else roster.scheduled[at] = evenly * partOf(groups[part]!, leaves);
      }
    }
    weighParts(weights, roster, model, leaves, parts, from, to);
    const fullTime = whole[week]! / fullTimeSeconds;
    put(week, 'paid', staff * seconds);
    put(week, 'overtime', overtime * seconds);
    put(week, 'letGo', letGo * fullTime);

    let trainees = 0;
    for (let order = Math.max(0, week - lag + 1); order <= Math.min(week, week - lag + inTraining); order++) trainees += ordered[order]!;
    put(week, 'training', inTraining > 0 ? trainees * whole[week]! * (trainingWeeks / inTraining) : 0);
    const begins = week - lag + inTraining;
    const leavers = leaving * staff;
    const gone = Math.min(leavers, Math.max(0, staff - mostOf(share, week + 1, week + 1 + ahead)));
    put(week, 'leavers', leavers * fullTime);
    put(week, 'hires', (leavers - gone + (begins >= 0 ? ordered[begins]! : 0)) * fullTime);
    staff -= gone;
  }
}

/** How the hours that are missing in a week are spread: parts of what the plan has beyond the baseline's roster, and of the rest. */
interface Missing {
  readonly ofMore: number;
  readonly ofRest: number;
}

/** Where people are missing in the intervals [from, to) of a week, of whose planned hours a part `worked` is there. */
function whereMissing({ planned, rostered }: Transition, from: number, to: number, worked: number): Missing {
  if (worked >= 1) return { ofMore: 0, ofRest: 0 };
  let all = 0;
  let more = 0;
  for (let interval = from; interval < to; interval++) {
    all += planned[interval]!;
    more += Math.max(0, planned[interval]! - rostered[interval]!);
  }
  const missing = all * (1 - worked);
  if (missing <= more) return { ofMore: more > 0 ? missing / more : 0, ofRest: 0 };
  return { ofMore: 1, ofRest: (missing - more) / (all - more) };
}

/** Part of an interval's planned agents who are there. */
function stillThere({ planned, rostered }: Transition, interval: number, { ofMore, ofRest }: Missing): number {
  const all = planned[interval]!;
  if (!(all > 0) || ofMore === 0) return 1;
  const more = Math.max(0, all - rostered[interval]!);
  return (more * (1 - ofMore) + (all - more) * (1 - ofRest)) / all;
}

/** What each part of a group is of those paid in the intervals [from, to); where nobody is, of its people. */
function weighParts(
  weights: number[],
  { scheduled }: Roster,
  { groups }: Model,
  leaves: Float64Array,
  parts: readonly number[],
  from: number,
  to: number,
): void {
  if (parts.length === 1) return;
  let all = 0;
  parts.forEach((part, place) => {
    let agents = 0;
    for (let interval = from; interval < to; interval++) agents += scheduled[interval * groups.length + part]!;
    weights[place] = agents;
    all += agents;
  });
  parts.forEach((part, place) => (weights[place] = all > 0 ? weights[place]! / all : partOf(groups[part]!, leaves)));
}

/** Whole weeks that a time takes up; a rounding error takes none. */
const wholeWeeks = (weeks: number): number => Math.ceil(weeks - 1e-9);

/** What newcomers on the floor in a week lack of full agents: those ordered `lag` weeks before they came. */
function lackOfPace(ordered: Float64Array, week: number, lag: number, rampWeeks: number): number {
  let lack = 0;
  for (let from = 0; from + lag <= week; from++)
    if (ordered[from]! > 0) lack += ordered[from]! * (1 - newAgentsPace(week - lag - from, rampWeeks));
  return lack;
}

/** Most that any of the weeks [from, to] needs and so do the `weeks` after it. */
function mostLasting(values: Float64Array, from: number, to: number, weeks: number): number {
  let most = leastOf(values, from, from + weeks);
  for (let at = from + 1; at <= to && at < values.length; at++) most = Math.max(most, leastOf(values, at, at + weeks));
  return most;
}

/** Least of the values of [from, to]; after the last one all are like it. */
function leastOf(values: Float64Array, from: number, to: number): number {
  const last = values.length - 1;
  let least = values[Math.min(from, last)]!;
  for (let at = from + 1; at <= to && at <= last; at++) least = Math.min(least, values[at]!);
  return least;
}

/** Most of the values of [from, to]; after the last one all are like it. */
function mostOf(values: Float64Array, from: number, to: number): number {
  const last = values.length - 1;
  let most = values[Math.min(from, last)]!;
  for (let at = from + 1; at <= to && at <= last; at++) most = Math.max(most, values[at]!);
  return most;
}
