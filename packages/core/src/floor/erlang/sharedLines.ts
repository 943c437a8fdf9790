import { exp } from '@percall/numeric';
import type { Model } from '../../model/model.ts';
import { evaluateService, queueFieldCount, queueFields } from './intervalQueue.ts';
import { paceWeight } from './pace.ts';

/**
 * Lines of a team whose contact types have different sets of groups: each sees a pool of its own.
 *
 * A type's home is its agents of the lowest level; where several have a group as home, each has as many of its agents as it has of the work. Of f agents
 * of q's home who can also serve r, out of n, with a erlangs of q's own, the strength of q's help is
 *
 *   D = s + (1 - s) (1 - e^(-k f / sqrt(a))), s = f / n,
 *
 * all of it where all can help; beyond their share, as many agents as load wanders by (its spread is sqrt(a)) do most of what pooling does. Help
 * reaches on through others: D(q, r) = max D(q, m) D(m, r). Types that help each other, q and r, are pooled with weight w = sqrt(D(q, r) D(r, q)): q's
 * line is an Erlang A queue with load a_q + sum w a_r and n_q + sum w n_r agents: its own without cross-skilled agents, the whole team's where all are.
 *
 * Help in one direction alone (an N design) pools nobody. Who helps is busy more often: with what overflows from the others, of mean m and
 * variance v (Kosten, Riordan), beside its own load, all of its agents are busy as Hayward's approximation says: Erlang B of n / z agents at
 * load / z, z the variance per mean of both. Who is helped finds its own agents and the helpers busy as often as that system loses its part of
 * the overflow, by variance (Katz); its queue has its own agents and those that helpers have to spare.
 *
 * A timer of overflow lets through e^(-T / (1.3 m)) of a group's help, T the timer and m the mean wait of those who wait for their own agents alone. The 1.3 is
 * fitted to an N design and to two types that help each other, with timers of 15 s to two minutes.
 *
 * Against the exact floor, exponential, 13 to 50 erlangs a type: see docs/background/model.md. k is fitted to cross-skilled designs of three types.
 */
const perSpread = 0.3;
/** Mean waits by which a timer's help falls by e. */
const waitsPerTimer = 1.3;

/** What does not change while a team's horizon runs; places are those of `queues` and of `groups`. */
export interface Sharing {
  readonly queues: readonly number[];
  readonly groups: readonly number[];
  /** [queue][group] level of skill; 0: none. */
  readonly level: Uint8Array;
  /** [queue] the lowest. */
  readonly lowest: Uint8Array;
  /** [queue][group] 1: the group is the queue's home. */
  readonly isHome: Uint8Array;
  /** [queue][group] seconds that a contact waits before the group is asked; 0: none. Of a world; and whether there are any. */
  readonly timer: Float64Array;
  hasTimers: boolean;
  // Of one interval: [queue] load in erlangs, contacts and their rate of leaving the line, by whoever calls.
  readonly load: Float64Array;
  readonly contacts: Float64Array;
  readonly leaving: Float64Array;
  intervalSeconds: number;
  /** [group] agents on duty. */
  readonly agents: Float64Array;
  // [queue] what `shareLines` finds: agents, and the line's load, handle time, rate of leaving and 1 / P(all busy without a queue), in parts of its own; and its
  // pace, in parts of that handle time.
  readonly lineAgents: Float64Array;
  readonly loadFactor: Float64Array;
  readonly handleFactor: Float64Array;
  readonly paceFactor: Float64Array;
  readonly leavingFactor: Float64Array;
  readonly idleFactor: Float64Array;
  /** [queue] agents busy with it; [group] busy, of these. */
  readonly busy: Float64Array;
  readonly groupBusy: Float64Array;
  /** [queue][group] share of the queue's work that the group does. */
  readonly workShare: Float64Array;
  // Scratch: [queue][group] agents of the group in the queue's home; [queue] all of them; [queue][queue] agents of the one's home who serve the other,
  // strength of help, and weight of pooling.
  readonly home: Float64Array;
  readonly homeAgents: Float64Array;
  readonly flexible: Float64Array;
  /** [queue][group] part of the help that the timer lets through; [queue][queue] of that of the one's home to the other. */
  readonly reach: Float64Array;
  readonly reached: Float64Array;
  readonly help: Float64Array;
  readonly pooled: Float64Array;
}

/** How some live queues of a team share its groups; null: all are served by the same, and are one pool. */
export function sharingOf({ queues: all }: Pick<Model, 'queues'>, queues: readonly number[], groups: readonly number[]): Sharing | null {
  const setOf = (queue: number): string =>
    all[queue]!.servedBy.map(({ group }) => group)
      .sort((a, b) => a - b)
      .join();
  const isTimed = queues.some((queue) => all[queue]!.servedBy.some(({ overflowAfter }) => overflowAfter !== null));
  if (new Set(queues.map(setOf)).size < 2 && !(isTimed && queues.length > 1)) return null;
  const count = queues.length;
  const level = new Uint8Array(count * groups.length);
  const lowest = new Uint8Array(count);
  queues.forEach((queue, place) => {
    for (const skill of all[queue]!.servedBy) level[place * groups.length + groups.indexOf(skill.group)] = skill.level;
    lowest[place] = all[queue]!.servedBy[0]!.level;
  });
  const column = (): Float64Array => new Float64Array(count);
  const byQueue = (): Float64Array => new Float64Array(count * count);
  const byGroup = (): Float64Array => new Float64Array(count * groups.length);
  return {
    queues,
    groups,
    level,
    lowest,
    isHome: homesOf(level, lowest, count, groups.length),
    load: column(),
    contacts: column(),
    leaving: column(),
    intervalSeconds: 0,
    agents: new Float64Array(groups.length),
    lineAgents: column(),
    loadFactor: column(),
    handleFactor: column(),
    paceFactor: column(),
    leavingFactor: column(),
    idleFactor: column(),
    busy: column(),
    groupBusy: new Float64Array(groups.length),
    workShare: byGroup(),
    home: byGroup(),
    homeAgents: column(),
    flexible: byQueue(),
    timer: byGroup(),
    hasTimers: false,
    reach: byGroup().fill(1),
    reached: byQueue().fill(1),
    help: byQueue(),
    pooled: byQueue(),
  };
}

/**
 * A group is home to those of its queues for which it is of their lowest level, or to all where there are none; but not to a queue that has a
 * group to itself beside another that has none but these.
 */
function homesOf(level: Uint8Array, lowest: Uint8Array, queues: number, groups: number): Uint8Array {
  const isHome = new Uint8Array(queues * groups);
  const first = (queue: number, group: number): boolean => level[queue * groups + group] === lowest[queue]!;
  const places = Array.from({ length: queues }, (_, queue) => queue);
  const hasOwn = (queue: number, besides: number): boolean => {
    for (let group = 0; group < groups; group++)
      if (group !== besides && first(queue, group) && places.every((other) => other === queue || !first(other, group))) return true;
    return false;
  };
  const isWithin = (queue: number, other: number): boolean => {
    let less = false;
    for (let group = 0; group < groups; group++) {
      if (level[queue * groups + group]! > 0 && level[other * groups + group] === 0) return false;
      if (level[queue * groups + group] === 0 && level[other * groups + group]! > 0) less = true;
    }
    return less;
  };
  for (let group = 0; group < groups; group++) {
    let owners = places.filter((queue) => first(queue, group));
    if (owners.length === 0) owners = places.filter((queue) => level[queue * groups + group]! > 0);
    const kept = owners.filter((queue) => !(hasOwn(queue, group) && owners.some((other) => other !== queue && isWithin(other, queue))));
    for (const queue of kept) isHome[queue * groups + group] = 1;
  }
  return isHome;
}

/** Mean and variance of what overflows. */
const overflow = { mean: 0, variance: 0 };

/** Reads load, contacts, leaving and agents, and fills what the lines are (see above). */
export function shareLines(sharing: Sharing): void {
  const { load, contacts, leaving, lineAgents, loadFactor, handleFactor, paceFactor, leavingFactor, idleFactor } = sharing;
  const { homeAgents, help, pooled } = sharing;
  const queues = sharing.queues.length;
  weighHelp(sharing);
  for (let queue = 0; queue < queues; queue++) {
    let all = 0;
    let agents = 0;
    let arriving = 0;
    let rate = 0;
    let ofPace = 0;
    let weighted = 0;
    for (let other = 0; other < queues; other++) {
      const weight = Math.sqrt(help[queue * queues + other]! * help[other * queues + queue]!);
      pooled[queue * queues + other] = weight;
      all += weight * load[other]!;
      agents += weight * homeAgents[other]!;
      arriving += weight * contacts[other]!;
      rate += weight * contacts[other]! * leaving[other]!;
      // In handle times of the interval: their unit falls out.
      if (!(contacts[other]! > 0)) continue;
      const handle = load[other]! / contacts[other]!;
      const paced = paceWeight(weight * contacts[other]!, handle);
      ofPace += paced;
      weighted += paced * handle;
    }
    lineAgents[queue] = agents;
    const own = load[queue]!;
    const isBusy = own > 0 && contacts[queue]! > 0;
    loadFactor[queue] = isBusy ? all / own : 1;
    handleFactor[queue] = isBusy ? all / arriving / (own / contacts[queue]!) : 1;
    paceFactor[queue] = isBusy ? weighted / ofPace / (all / arriving) : 1;
    leavingFactor[queue] = isBusy ? rate / arriving / leaving[queue]! : 1;
    idleFactor[queue] = 1;
    if (isBusy) oneWay(sharing, queue, all);
  }
  fillWork(sharing);
}

/** Reads load and agents, and fills homes and the strength of help. */
export function weighHelp(sharing: Sharing): void {
  fillHomes(sharing);
  if (sharing.hasTimers) fillReach(sharing);
  fillHelp(sharing);
}

function fillHomes({ load, agents, isHome, home, homeAgents, groups, queues }: Sharing): void {
  homeAgents.fill(0);
  for (let group = 0; group < groups.length; group++) {
    let all = 0;
    let owners = 0;
    for (let queue = 0; queue < queues.length; queue++)
      if (isHome[queue * groups.length + group] === 1) {
        all += load[queue]!;
        owners++;
      }
    for (let queue = 0; queue < queues.length; queue++) {
      const at = queue * groups.length + group;
      home[at] = isHome[at] === 1 ? agents[group]! * (all > 0 ? load[queue]! / all : 1 / owners) : 0;
      homeAgents[queue]! += home[at];
    }
  }
}

const own = new Float64Array(queueFieldCount);

/** What timers let through, of a queue that would wait for its own agents alone. */
function fillReach({ load, contacts, leaving, timer, reach, homeAgents, intervalSeconds, groups, queues }: Sharing): void {
  for (let queue = 0; queue < queues.length; queue++) {
    const handleSeconds = contacts[queue]! > 0 ? (load[queue]! * intervalSeconds) / contacts[queue]! : 0;
    let waitSeconds = 0;
    if (handleSeconds > 0) {
      evaluateService(own, load[queue]!, Math.round(homeAgents[queue]!), 1 / (leaving[queue]! * handleSeconds), 0, 0);
      const busy = own[queueFields.allBusy]!;
      if (busy > 0) waitSeconds = (own[queueFields.waitAll]! / busy) * handleSeconds;
    }
    for (let group = 0; group < groups.length; group++) {
      const at = queue * groups.length + group;
      if (timer[at]! > 0) reach[at] = waitSeconds > 0 ? exp(-timer[at]! / (waitsPerTimer * waitSeconds)) : 0;
    }
  }
}

function fillHelp({ load, level, home, homeAgents, reach, reached, flexible, help, groups, queues }: Sharing): void {
  const count = queues.length;
  for (let queue = 0; queue < count; queue++)
    for (let other = 0; other < count; other++) {
      let able = 0;
      let all = 0;
      for (let group = 0; group < groups.length; group++)
        if (level[other * groups.length + group]! > 0) {
          all += home[queue * groups.length + group]!;
          able += home[queue * groups.length + group]! * reach[other * groups.length + group]!;
        }
      reached[queue * count + other] = all > 0 ? able / all : 1;
      flexible[queue * count + other] = able;
      help[queue * count + other] = other === queue ? 1 : helpOf(all, homeAgents[queue]!, load[queue]!) * reached[queue * count + other]!;
    }
  for (let between = 0; between < count; between++)
    for (let queue = 0; queue < count; queue++)
      for (let other = 0; other < count; other++) {
        const through = help[queue * count + between]! * help[between * count + other]!;
        if (through > help[queue * count + other]!) help[queue * count + other] = through;
      }
}

/** Strength of help by `able` of a type's agents, of whom its own load is so much. */
export function helpOf(able: number, agents: number, load: number): number {
  if (!(able > 0) || !(agents > 0)) return 0;
  const share = Math.min(1, able / agents);
  return share + (1 - share) * (1 - exp((-perSpread * able) / Math.sqrt(Math.max(1e-9, load))));
}

/** Help in one direction, given and taken, as it changes a line of `all` erlangs. */
function oneWay(sharing: Sharing, queue: number, all: number): void {
  const { load, homeAgents, flexible, help, pooled, lineAgents, idleFactor, queues } = sharing;
  const count = queues.length;
  const agents = lineAgents[queue]!;
  let mean = all;
  let variance = all;
  let given = false;
  let helpers = 0;
  let theirs = 0;
  for (let other = 0; other < count; other++) {
    if (other === queue || pooled[queue * count + other]! > 0) continue;
    if (flexible[queue * count + other]! > 0 && load[other]! > 0) {
      overflowTo(sharing, other, queue);
      mean += overflow.mean;
      variance += overflow.variance;
      given = true;
    }
    const able = flexible[other * count + queue]!;
    if (able > 0 && help[queue * count + other] === 0) {
      helpers += able;
      theirs += (load[other]! * able) / homeAgents[other]!;
    }
  }
  if (given) {
    const peaked = variance / mean;
    idleFactor[queue] = inverseBlocking(agents / peaked, mean / peaked) / inverseBlocking(agents, all);
  }
  if (!(helpers > 0)) return;
  overflowOf(agents, all);
  const offered = theirs + overflow.mean;
  const peaked = (theirs + overflow.variance) / offered;
  const lost = overflow.variance / peaked / (inverseBlocking(helpers / peaked, offered / peaked) * all);
  const withSpare = agents + Math.max(0, helpers - theirs);
  lineAgents[queue] = withSpare;
  if (lost > 0) idleFactor[queue]! *= Math.max(1, 1 / lost) / inverseBlocking(withSpare, all);
}

/** What of a type's contacts comes to another's agents: what its own have no room for, or its share where they are its own as much. */
function overflowTo(
  { load, homeAgents, level, lowest, flexible, reached, pooled, agents, groups, queues }: Sharing,
  from: number,
  to: number,
): void {
  const count = queues.length;
  const own = homeAgents[from]!;
  const here = load[from]!;
  let alike = 0;
  for (let group = 0; group < groups.length; group++)
    if (level[to * groups.length + group]! > 0 && level[from * groups.length + group] === lowest[from]!) alike += agents[group]!;
  overflowOf(own, here);
  let { mean, variance } = overflow;
  if (alike > 0) {
    overflowOf(own + alike, here);
    const share = alike / (own + alike);
    const carried = share * (here - overflow.mean);
    mean = Math.max(mean, carried + overflow.mean);
    variance = Math.max(variance, share * share * here + (1 - share) * carried + (1 - share * share) * overflow.variance);
  }
  let helpers = 0;
  for (let other = 0; other < count; other++)
    if (other !== from && !(pooled[from * count + other]! > 0)) helpers += flexible[other * count + from]!;
  const part = (helpers > 0 ? Math.min(1, flexible[to * count + from]! / helpers) : 1) * reached[to * count + from]!;
  overflow.mean = part * mean;
  overflow.variance = part * mean + part * part * (variance - mean);
}

/** Mean and variance of what overflows from agents who are offered a load: v = m (1 - m + a / (n + 1 + m - a)). */
function overflowOf(agents: number, load: number): void {
  const mean = load / inverseBlocking(agents, load);
  overflow.mean = mean;
  overflow.variance = agents > 0 ? mean * (1 - mean + load / (agents + 1 + mean - load)) : load;
}

/** 1 / B(n, a) by recursion down from n; parts of agents begin it where it is 1 + n / a. */
function inverseBlocking(agents: number, load: number): number {
  let term = 1;
  let sum = 1;
  for (let k = agents; k > 0; k--) {
    term *= k / load;
    sum += term;
    if (k < load && term < 1e-13 * sum) break;
  }
  return Math.min(1e280, sum);
}

/**
 * Who does a type's work: the homes of all whom it is pooled with, as who helps is helped in turn, and of helpers those whom they have to spare.
 */
function fillWork({ load, home, homeAgents, flexible, help, pooled, level, workShare, groups, queues }: Sharing): void {
  const count = queues.length;
  for (let queue = 0; queue < count; queue++) {
    let all = 0;
    for (let group = 0; group < groups.length; group++) {
      let agents = 0;
      const isServed = level[queue * groups.length + group]! > 0;
      for (let other = 0; other < count; other++) {
        const weight = pooled[queue * count + other]!;
        const helps = isServed && weight === 0 && help[queue * count + other] === 0 && flexible[other * count + queue]! > 0;
        const spare = helps ? Math.max(0, 1 - load[other]! / homeAgents[other]!) : 0;
        agents += (weight + spare) * home[other * groups.length + group]!;
      }
      workShare[queue * groups.length + group] = agents;
      all += agents;
    }
    for (let group = 0; group < groups.length; group++) workShare[queue * groups.length + group]! /= all > 0 ? all : 1;
  }
}

/** Agents of each group who are busy with the queues' work, as far as it has so many: fills `groupBusy` and returns their sum. */
export function shareBusy({ busy, groupBusy, agents, workShare, groups, queues }: Sharing): number {
  let all = 0;
  for (let group = 0; group < groups.length; group++) {
    let here = 0;
    for (let queue = 0; queue < queues.length; queue++) here += busy[queue]! * workShare[queue * groups.length + group]!;
    groupBusy[group] = Math.min(agents[group]!, here);
    all += groupBusy[group]!;
  }
  return all;
}

/** Takes the timers of a world. */
export function setTimers(sharing: Sharing, { queues: all, calendar }: Model, leaves: Float64Array): void {
  sharing.intervalSeconds = calendar.intervalSeconds;
  sharing.queues.forEach((queue, place) => {
    for (const { group, overflowAfter } of all[queue]!.servedBy) {
      if (overflowAfter === null) continue;
      sharing.timer[place * sharing.groups.length + sharing.groups.indexOf(group)] = leaves[overflowAfter]!;
      sharing.hasTimers = true;
    }
  });
}
