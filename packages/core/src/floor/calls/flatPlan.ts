import { checkPlan, type FloorPlan, type SkillPlan } from './floorPlan.ts';

/** A plan as the floor reads it: skills as columns, in the orders in which contacts and agents go through them. */
export interface FlatPlan {
  /** Skills of queue q, by group rank, are at [queueSkills[q], queueSkills[q + 1]) of `skillsByQueue`; those of a group, by queue rank, likewise. */
  readonly queueSkills: Int32Array<ArrayBuffer>;
  readonly skillsByQueue: Int32Array<ArrayBuffer>;
  readonly groupSkills: Int32Array<ArrayBuffer>;
  readonly skillsByGroup: Int32Array<ArrayBuffer>;
  /** [skill] */
  readonly queue: Int32Array<ArrayBuffer>;
  readonly group: Int32Array<ArrayBuffer>;
  readonly factor: Float64Array<ArrayBuffer>;
  readonly groupRank: Float64Array<ArrayBuffer>;
  readonly queueRank: Float64Array<ArrayBuffer>;
  readonly overflow: Float64Array<ArrayBuffer>;
  readonly reserve: Float64Array<ArrayBuffer>;
  /** [queue] */
  readonly concurrency: Int32Array<ArrayBuffer>;
  readonly widest: number;
  readonly hasOverflow: boolean;
}

/** Checks and flattens a plan. */
export function flatten(plan: FloorPlan): FlatPlan {
  checkPlan(plan);
  const { queues, groups, skills } = plan;
  const whole = (pick: (skill: SkillPlan) => number) => Int32Array.from(skills, pick);
  const column = (pick: (skill: SkillPlan) => number) => Float64Array.from(skills, pick);
  const ofQueues = inOrder(queues.length, skills, 'queue', 'groupRank');
  const ofGroups = inOrder(groups.length, skills, 'group', 'queueRank');
  const concurrency = Int32Array.from(queues, (queue) => queue.concurrency);
  return {
    queueSkills: ofQueues.starts,
    skillsByQueue: ofQueues.order,
    groupSkills: ofGroups.starts,
    skillsByGroup: ofGroups.order,
    queue: whole(({ queue }) => queue),
    group: whole(({ group }) => group),
    factor: column(({ handleTimeFactor }) => handleTimeFactor),
    groupRank: column(({ groupRank }) => groupRank),
    queueRank: column(({ queueRank }) => queueRank),
    overflow: column(({ overflowAfterSeconds }) => overflowAfterSeconds),
    reserve: column(({ reserve }) => reserve),
    concurrency,
    widest: Math.max(1, ...concurrency),
    hasOverflow: skills.some(({ overflowAfterSeconds }) => overflowAfterSeconds > 0),
  };
}

/** Skills of each owner, by rank; those of one rank in the plan's order. */
function inOrder(owners: number, skills: readonly SkillPlan[], owner: 'queue' | 'group', rank: 'groupRank' | 'queueRank') {
  const starts = new Int32Array(owners + 1);
  const order: number[] = [];
  for (let one = 0; one < owners; one++) {
    const own = skills.flatMap((skill, number) => (skill[owner] === one ? [number] : []));
    order.push(...own.sort((a, b) => skills[a]![rank] - skills[b]![rank] || a - b));
    starts[one + 1] = order.length;
  }
  return { starts, order: Int32Array.from(order) };
}
