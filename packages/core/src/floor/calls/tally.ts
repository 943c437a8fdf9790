import type { FloorInput } from '../floorInput.ts';
import { agentOffset, countField, type Outcome } from '../outcome.ts';
import { thresholdSeconds } from '../thresholdSeconds.ts';
import { flags, origins, outcomes, type ContactLog } from './contactLog.ts';
import type { FloorCalendar } from './floorCalendar.ts';
import { cameFrom } from './modelCustomers.ts';
import type { AgentTime } from './runCalls.ts';

/**
 * Counts what a log says of the contacts of the horizon, each in the interval it came in, and the agents' seconds, each in the interval it was
 * worked in: offered = handled + abandoned + blocked + closed out + open at the end, and paid = shrinkage + scheduling loss + handling + idle + overtime.
 *
 * Adds to what the front door has counted, and to the paid, shrinkage and schedulingLoss that `putOnDuty` has filled.
 */
export function tally(log: ContactLog, time: AgentTime, calendar: FloorCalendar, input: FloorInput, outcome: Outcome): void {
  tallyContacts(log, calendar, input, outcome);
  tallyAgents(time, calendar, input, outcome);
}

function tallyContacts(
  log: ContactLog,
  { interval, countedFrom, countedTo, endSeconds }: FloorCalendar,
  input: FloorInput,
  outcome: Outcome,
): void {
  const { model, world } = input;
  const { leaves } = world;
  const { counts, shape } = outcome;
  const types = shape.contactTypes;
  const cells = shape.intervals * types * shape.channels;
  const threshold = thresholdSeconds(model, leaves);
  const ivrSeconds = leaves[model.ivr.time]!;
  const afterContact = Float64Array.from(model.queues, ({ handleTime }) => leaves[handleTime.afterContactWork]!);
  const { period, asked, outcome: became, origin, joined, start, end, work, flags: flagsOf } = log;
  for (let contact = 0; contact < log.count; contact++) {
    const came = period[contact]!;
    if (came < countedFrom || came >= countedTo) continue;
    const type = asked[contact]!;
    const here = (interval[came]! * types + type) * shape.channels;
    counts[countField.offered * cells + here]!++;
    if (origin[contact] === origins.redial) counts[countField.redials * cells + here]!++;
    else if (origin[contact] === origins.repeat) counts[countField.repeats * cells + here]!++;
    else if (origin[contact] === origins.selfService) counts[countField.selfServiceReturned * cells + here]!++;
    const what = became[contact]!;
    if (what === outcomes.blocked) {
      counts[countField.blocked * cells + here]!++;
      continue;
    }
    counts[countField.ivrSeconds * cells + here]! += ivrSeconds;
    // A wait by each way, since a time chosen first would be put on the heap.
    const from = joined[contact]!;
    let waited = 0;
    if (from >= 0) {
      if (start[contact]! >= 0) waited = start[contact]! - from;
      else if (end[contact]! >= 0) waited = end[contact]! - from;
      else waited = endSeconds - from;
    }
    counts[countField.waitSecondsAll * cells + here]! += waited;
    if (what === outcomes.handled) {
      const isFirst = cameFrom(contact) === origins.need;
      const isResolved = (flagsOf[contact]! & flags.resolved) !== 0;
      counts[countField.handled * cells + here]!++;
      if (waited <= threshold) counts[countField.answeredWithinThreshold * cells + here]!++;
      counts[countField.waitSecondsAnswered * cells + here]! += waited;
      counts[countField.handleSeconds * cells + here]! += work[contact]!;
      counts[countField.workSeconds * cells + here]! += work[contact]!;
      counts[countField.afterContactSeconds * cells + here]! += Math.min(work[contact]!, afterContact[type]!);
      if (isFirst) counts[countField.handledFirst * cells + here]!++;
      if (isFirst && isResolved) counts[countField.resolvedFirst * cells + here]!++;
      if (isResolved) counts[countField.resolvedNeeds * cells + here]!++;
    } else if (what === outcomes.abandoned) {
      counts[countField.abandoned * cells + here]!++;
      if (waited <= threshold) counts[countField.abandonedShort * cells + here]!++;
    } else if (what === outcomes.closedOut) counts[countField.closedOut * cells + here]!++;
    else counts[countField.openAtEnd * cells + here]!++;
  }
}

function tallyAgents(
  { busy, overtime }: AgentTime,
  { interval, countedFrom, countedTo }: FloorCalendar,
  input: FloorInput,
  outcome: Outcome,
): void {
  const { agents, model } = input;
  const { agentSeconds, shape } = outcome;
  const groups = shape.groups;
  const { intervalSeconds } = model.calendar;
  const paid = agentOffset(shape, 'paid');
  const handling = agentOffset(shape, 'handling');
  const idle = agentOffset(shape, 'idle');
  const beyond = agentOffset(shape, 'overtime');
  for (let period = countedFrom; period < countedTo; period++) {
    for (let group = 0; group < groups; group++) {
      const from = period * groups + group;
      const at = interval[period]! * groups + group;
      agentSeconds[handling + at] = busy[from]!;
      agentSeconds[idle + at] = agents[at]! * intervalSeconds - busy[from]!;
      agentSeconds[beyond + at] = overtime[from]!;
      agentSeconds[paid + at]! += overtime[from]!;
    }
  }
}
