import type { Model } from '../../model/model.ts';
import type { FloorInput } from '../floorInput.ts';
import { countField } from '../outcome.ts';
import type { Arrivals } from './arrivals.ts';
import type { Page } from './page.ts';
import { openStretches } from './roughStretches.ts';
import { runDay } from './runDay.ts';
import { addIntervals, addTo, clear, type SampledDays } from './sampledDays.ts';
import { answerAtOnce, copyFloor, type TeamFloor } from './teamFloor.ts';
import type { Team } from './teams.ts';

/** A day of a horizon of which some are run: counts it in its first interval; and of a day that is run for others too, what its rough answer lacks. */
export function runSampledDay(
  page: Page,
  floor: TeamFloor,
  rehearsal: TeamFloor,
  sample: SampledDays,
  input: FloorInput,
  team: Team,
  day: number,
): void {
  const { firstInterval } = input.model.calendar;
  const first = firstInterval[day]!;
  const correction = sample.corrections[sample.plan.stratumOf[day]!]!;
  const isRun = sample.runs[day] === 1;
  if (isRun && correction !== null) copyFloor(rehearsal, floor, team);
  sample.busy.runToday = 0;
  sample.busy.roughToday = 0;
  clear(sample.ofDay);
  page.isRehearsal = false;
  page.first = first;
  page.atOnce = !isRun;
  answerAtOnce(floor, !isRun);
  if (isRun) {
    clear(sample.today);
    page.live = sample.today;
    runDay(page, floor, input, team, day);
    addIntervals(sample.ofDay, sample.today, firstInterval[day + 1]! - first);
  } else {
    page.live = sample.stretch;
    page.sums = sample.ofDay;
    openStretches(page, floor, team);
    runDay(page, floor, input, team, day);
  }
  addTo(page.outcome, first, sample.ofDay, 1);
  if (!isRun) {
    correctReturns(floor.arrivals, sample, input.model, team.phone);
    correctReturns(floor.arrivals, sample, input.model, team.chat);
  }
  if (!isRun || correction === null) return;
  clear(sample.rough);
  page.live = sample.stretch;
  page.sums = sample.rough;
  page.atOnce = true;
  page.isRehearsal = true;
  answerAtOnce(rehearsal, true);
  openStretches(page, rehearsal, team);
  runDay(page, rehearsal, input, team, day);
  addTo(correction, 0, sample.ofDay, 1);
  addTo(correction, 0, sample.rough, -1);
  noteHandled(sample, input.model, team.phone);
  noteHandled(sample, input.model, team.chat);
  const { busy } = sample;
  busy.run = remembered * busy.run + busy.runToday;
  busy.rough = remembered * busy.rough + busy.roughToday;
}

/** Weight of the days run before in what the next ones are like: some three of them count. */
const remembered = 0.7;

/** Notes how many of some queues a day that is run has handled, and its rough answer. */
function noteHandled({ ofDay, rough, handledRun, handledRough }: SampledDays, model: Model, queues: readonly number[]): void {
  for (const queue of queues) {
    const at = handledAt(model, queue);
    handledRun[queue] = remembered * handledRun[queue]! + ofDay.counts[at]!;
    handledRough[queue] = remembered * handledRough[queue]! + rough.counts[at]!;
  }
}

/** Of those handled on a day that is answered at once as many come back as of those that the last days run would have handled in its place. */
function correctReturns(
  { repeats, returning }: Arrivals,
  { ofDay, handledRun, handledRough }: SampledDays,
  model: Model,
  queues: readonly number[],
): void {
  for (const queue of queues) {
    if (!(handledRough[queue]! > 0)) continue;
    const more = handledRun[queue]! / handledRough[queue]! - 1;
    repeats[queue]! += more * ofDay.counts[handledAt(model, queue)]! * returning[queue]!;
  }
}

/** Where a queue's handled contacts are, in an outcome of one interval. */
function handledAt({ queues, contactTypes, channels }: Model, queue: number): number {
  const { contactType, channel } = queues[queue]!;
  return (countField.handled * contactTypes.length + contactType) * channels.length + channel;
}
