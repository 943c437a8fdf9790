import type { ModelCalendar } from '../../model/model.ts';
import type { FloorInput } from '../floorInput.ts';
import { answerAlone } from './answerAlone.ts';
import { arrive } from './arrivals.ts';
import { closedSeconds } from './overnight.ts';
import type { Page } from './page.ts';
import { openRoughDay } from './roughLine.ts';
import { endStretches } from './roughStretches.ts';
import { closeFloor, runInterval } from './runInterval.ts';
import type { TeamFloor } from './teamFloor.ts';
import type { Team } from './teams.ts';

const secondsPerDay = 86_400;

/** The intervals of one day of a team, after `openDay` of its queues. */
export function runDay(page: Page, floor: TeamFloor, input: FloorInput, team: Team, day: number): void {
  const { calendar } = input.model;
  const { arrivals } = floor;
  const last = calendar.firstInterval[day + 1]! - 1;
  const isPlain = page.atOnce && team.isPlain;
  if (isPlain) {
    if (team.phone.length > 0) openRoughDay(page.sample!.phone, floor.phone, arrivals, input, team.phone, day);
    if (team.chat.length > 0) openRoughDay(page.sample!.chat, floor.chat, arrivals, input, team.chat, day);
  }
  const isAlone = isPlain && team.deferred.length === 0;
  for (let now = calendar.firstInterval[day]!; now <= last; now++) {
    const closedFor = goesOn(calendar, day, now) ? null : closedSeconds(calendar, day, now);
    if (isAlone) {
      answerAlone(page, floor, input, team, now);
      if (closedFor !== null || now === last) endStretches(page, floor, input, team, now, closedFor, now === last);
      continue;
    }
    if (!isPlain) {
      for (const queue of team.phone) arrive(arrivals, input, queue, day, now);
      for (const queue of team.chat) arrive(arrivals, input, queue, day, now);
    }
    if (!page.isRehearsal) for (const queue of team.deferred) arrive(arrivals, input, queue, day, now);
    runInterval(page, floor, input, team, now);
    if (page.atOnce) {
      if (closedFor !== null || now === last) endStretches(page, floor, input, team, now, closedFor, now === last);
    } else if (closedFor !== null) closeFloor(page, floor, input, team, now, now - page.first, closedFor);
  }
}

/** Whether the centre stays open when an interval ends. */
function goesOn({ intervals, intervalSeconds, dayOffset, slot, firstInterval }: ModelCalendar, day: number, now: number): boolean {
  const next = now + 1;
  if (next >= intervals) return false;
  const slotsPerDay = secondsPerDay / intervalSeconds;
  const nextDay = next < firstInterval[day + 1]! ? day : day + 1;
  return dayOffset[nextDay]! * slotsPerDay + slot[next]! === dayOffset[day]! * slotsPerDay + slot[now]! + 1;
}
