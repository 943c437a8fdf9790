import type { FloorInput } from '../floorInput.ts';
import type { Outcome } from '../outcome.ts';
import { closeFloor } from './runInterval.ts';
import { only } from './onlyQueue.ts';
import type { Page } from './page.ts';
import { record } from './record.ts';
import { averageStretch, openStretch, type RoughStretch } from './roughDay.ts';
import { closeRoughLine } from './roughLine.ts';
import { addTo, clear } from './sampledDays.ts';
import type { TeamFloor } from './teamFloor.ts';
import type { Team } from './teams.ts';

/** Opens the stretch of every line of the team. */
export function openStretches(page: Page, { stretches }: TeamFloor, team: Team): void {
  clear(page.live);
  if (team.sharing !== null) for (const queue of team.phone) openStretch(stretches.own[queue]!, only(queue));
  else if (team.phone.length > 0) openStretch(stretches.phone, team.phone);
  if (team.chat.length > 0) openStretch(stretches.chat, team.chat);
}

/** Records the stretches that end with an interval, closes the floor where it is closed after it, and adds up the day so far. */
export function endStretches(
  page: Page,
  floor: TeamFloor,
  input: FloorInput,
  team: Team,
  now: number,
  closedFor: number | null,
  endsDay: boolean,
): void {
  recordStretches(page, floor, input, team);
  if (closedFor !== null) closeFloor(page, floor, input, team, now, 0, closedFor);
  addTo(page.sums!, 0, page.live, 1);
  if (!endsDay) openStretches(page, floor, team);
}

/** Records the stretches that have come to an end, each as one interval. */
function recordStretches({ live, sample }: Page, { stretches, phone }: TeamFloor, input: FloorInput, team: Team): void {
  if (team.isPlain && team.phone.length > 0) closeRoughLine(sample!.phone, stretches.phone, team.phone);
  if (team.isPlain && team.chat.length > 0) closeRoughLine(sample!.chat, stretches.chat, team.chat);
  if (team.sharing !== null)
    for (const queue of team.phone) {
      recordStretch(live, stretches.own[queue]!, input, only(queue));
      phone.inHand += stretches.own[queue]!.line.inHand;
    }
  else if (team.phone.length > 0) {
    recordStretch(live, stretches.phone, input, team.phone);
    phone.inHand += stretches.phone.line.inHand;
  }
  if (team.chat.length > 0) recordStretch(live, stretches.chat, input, team.chat);
}

function recordStretch(live: Outcome, stretch: RoughStretch, input: FloorInput, members: readonly number[]): void {
  averageStretch(stretch, members);
  stretch.line.inHand = 0;
  record(live, stretch.arrivals, stretch.line, input, members, 0);
}
