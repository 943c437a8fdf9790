/**
 * What is counted per interval of arrival, contact type and channel. Counts and seconds, as doubles.
 *
 * offered = handled + unresponsive + abandoned + blocked + closedOut + callbackLost + openAtEnd, exactly. Who takes a callback is offered, and
 * handled when reached, but leaves the queue on the line: abandoned, answeredWithinThreshold, waitSecondsAnswered and waitSecondsAll are
 * of the others. Deferred contacts (e-mail, social) wait for their answer: their waits are those of handled ones until the agent begins.
 */
export const countFields = [
  'needs',
  'selfServiceTried',
  'selfServiceSolved',
  'selfServiceReturned',
  'ivrEntered',
  'contained',
  'ivrHungUp',
  'screened',
  'offered',
  'blocked',
  'abandoned',
  /** Abandoned within the service-level threshold. */
  'abandonedShort',
  'handled',
  /** Of those, first contacts of their need, and first contacts that resolved it. */
  'handledFirst',
  'resolvedFirst',
  'answeredWithinThreshold',
  'waitSecondsAnswered',
  'waitSecondsAll',
  'handleSeconds',
  /** The part of handleSeconds after the customer has left. */
  'afterContactSeconds',
  'ivrSeconds',
  'transferred',
  'callbackOffered',
  'callbackAccepted',
  'callbackAttempts',
  'callbackReached',
  'callbackKept',
  'callbackLost',
  'redials',
  'repeats',
  /** Needs resolved by any path. */
  'resolvedNeeds',
  'closedOut',
  'openAtEnd',
  /** Deferred contacts whose answer began when it was due or before. */
  'deferredWithinTarget',
  /** Answered by an agent who found nobody on the line. */
  'unresponsive',
  /** Seconds that handled contacts would take agents with nothing else in hand; handleSeconds are those they took. */
  'workSeconds',
  /** Seconds from joining the queue until a reached callback's conversation. */
  'callbackWaitSeconds',
] as const;
export type CountField = (typeof countFields)[number];

/** Position of each field among `countFields`, for loops that fill many. */
export const countField = Object.fromEntries(countFields.map((field, index) => [field, index])) as Readonly<Record<CountField, number>>;

/** Agent seconds per interval in which they were worked, and group. paid = shrinkage + schedulingLoss + handling + idle + overtime. */
export const agentFields = ['paid', 'shrinkage', 'schedulingLoss', 'handling', 'idle', 'overtime'] as const;
export type AgentField = (typeof agentFields)[number];

export const agentField = Object.fromEntries(agentFields.map((field, index) => [field, index])) as Readonly<Record<AgentField, number>>;

export interface OutcomeShape {
  readonly intervals: number;
  readonly contactTypes: number;
  readonly channels: number;
  readonly groups: number;
}

/** What happened in one world under one model. Both floors fill it; nothing after it knows which did. */
export interface Outcome {
  readonly shape: OutcomeShape;
  /** [countField][interval][contactType][channel] */
  readonly counts: Float64Array;
  /** [agentField][interval][group] */
  readonly agentSeconds: Float64Array;
}

export function createOutcome(shape: OutcomeShape): Outcome {
  return {
    shape,
    counts: new Float64Array(countFields.length * shape.intervals * shape.contactTypes * shape.channels),
    agentSeconds: new Float64Array(agentFields.length * shape.intervals * shape.groups),
  };
}

/** Where the block [interval][contactType][channel] of a field starts in `counts`. */
export const countOffset = (shape: OutcomeShape, field: CountField): number =>
  countFields.indexOf(field) * shape.intervals * shape.contactTypes * shape.channels;

/** Where the block [interval][group] of a field starts in `agentSeconds`. */
export const agentOffset = (shape: OutcomeShape, field: AgentField): number => agentFields.indexOf(field) * shape.intervals * shape.groups;
