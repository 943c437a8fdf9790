/** A floor that can be asked anything: what the exact floor is told of a centre, and nothing of the document. Times in seconds since the start. */
export interface FloorPlan {
  readonly queues: readonly QueuePlan[];
  readonly groups: readonly string[];
  /** Who may serve what. A queue and a group meet at most once. */
  readonly skills: readonly SkillPlan[];
  /** Periods of constant staffing, in time order and without overlap. Where one does not begin as the last one ends, the centre is closed between. */
  readonly periodStart: Float64Array;
  readonly periodEnd: Float64Array;
  /** [period][group] agents on duty. */
  readonly agents: Float64Array;
  /** Lines into the centre; a contact of a queue that holds one has it from its first second until it leaves. Infinity: no limit. */
  readonly trunks: number;
  /** How an agent chooses among waiting contacts of one rank. */
  readonly selection: 'longest-waiting' | 'weighted-wait';
  /** How a contact chooses among the least loaded free agents of the groups of one rank. */
  readonly agentSelection: 'longest-idle' | 'random';
  /** Nothing happens at or after this time: what is still open is in progress. Infinity: until nothing is left to happen. */
  readonly end: number;
}

/** A line of contacts of one kind. */
export interface QueuePlan {
  readonly name: string;
  /** Contacts that an agent may have in hand at a time: 1 (phone, e-mail) fills the agent; more is chat. */
  readonly concurrency: number;
  /**
   * [contacts in hand] how many times longer each takes with so many in hand, [1] being 1. Length `concurrency` + 1; [0] is not read. Beside chats of a
   * queue with a higher concurrency more may be in hand: the last factor holds then.
   */
  readonly slowdown: Float64Array;
  /** A deferred contact waits over night, without a customer on the line. */
  readonly deferred: boolean;
  /** How long after closing the waiting are still served; then they are closed out. Deferred contacts and callbacks are not. */
  readonly closeGraceSeconds: number;
  readonly holdsTrunk: boolean;
  /** Share of a contact's work that is its last part, after the customer has left and the trunk is free. */
  readonly afterContactShare: number;
  /** Of a second's wait, where agents go by weighted wait. */
  readonly weight: number;
  readonly callback: CallbackPlan | null;
}

/** The offer of a callback, judged once as a contact joins the queue and nobody is free. */
export interface CallbackPlan {
  /** Offered where (live and called-back contacts waiting + 1) x `handleSeconds` / agents on duty with the skill is at least this. */
  readonly offerFromSeconds: number;
  readonly handleSeconds: number;
  /** Offered where at least so many live contacts wait. Both conditions must hold. */
  readonly offerFromWaiting: number;
  /** The queue that callbacks wait in: the own one, where they keep their place, or another. */
  readonly queue: number;
  readonly attempts: number;
  /** From an attempt in vain until the contact joins the end of the queue again. */
  readonly retryAfterSeconds: number;
  /** Occupies the agent in every attempt, before the conversation. */
  readonly dialSeconds: number;
}

/** A queue that a group serves. */
export interface SkillPlan {
  readonly queue: number;
  readonly group: number;
  /** Work takes so many times as long in this group. */
  readonly handleTimeFactor: number;
  /** A contact takes a free agent of the lowest rank; within a rank the least loaded, of those by the plan's `agentSelection`. */
  readonly groupRank: number;
  /** A free agent takes a contact of the lowest rank; within a rank by the plan's `selection`. */
  readonly queueRank: number;
  /** A contact reaches this group when it has waited so long. */
  readonly overflowAfterSeconds: number;
  /** A contact takes an agent of this group while more than so many are idle. */
  readonly reserve: number;
}

/** Throws where a plan is none: a fault of the programmer, since documents are checked before. */
export function checkPlan({ queues, groups, skills, periodStart, periodEnd, agents }: FloorPlan): void {
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new RangeError(`A floor plan must have ${what}.`);
  };
  must(
    periodStart.length === periodEnd.length && agents.length === periodStart.length * groups.length,
    'agents for every period and group',
  );
  must(queues.length < 255 && groups.length < 255, 'fewer than 255 queues and groups');
  periodStart.forEach((start, period) => {
    must(start < periodEnd[period]!, 'periods that last');
    must(period === 0 || start >= periodEnd[period - 1]!, 'periods in time order, without overlap');
  });
  for (const count of agents) must(Number.isInteger(count) && count >= 0, 'whole agents');
  const met = new Set<number>();
  for (const { queue, group, handleTimeFactor, overflowAfterSeconds, reserve } of skills) {
    must(queues[queue] !== undefined && groups[group] !== undefined, 'skills of its own queues and groups');
    must(!met.has(queue * groups.length + group), 'one skill for a queue and a group');
    met.add(queue * groups.length + group);
    must(
      handleTimeFactor > 0 && overflowAfterSeconds >= 0 && reserve >= 0,
      'positive handle-time factors, no negative timers and reserves',
    );
  }
  queues.forEach(({ concurrency, slowdown, callback }) => {
    must(
      Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= 100 && slowdown.length === concurrency + 1,
      'a slowdown for every concurrency',
    );
    must(slowdown[1] === 1 && slowdown.subarray(1).every((factor) => factor > 0), 'slowdowns above 0, the first of them 1');
    must(callback === null || (queues[callback.queue] !== undefined && callback.attempts >= 1), 'callbacks with a queue and an attempt');
  });
}
