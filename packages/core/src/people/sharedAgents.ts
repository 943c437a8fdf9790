import { weighHelp, type Sharing } from '../floor/erlang/sharedLines.ts';

/**
 * Agents whom a team needs whose contact types differ in their groups: between what each type needs alone and what all need as one pool, as the
 * instant floor's lines are between them (`sharedLines`).
 *
 * A pool of l erlangs needs l + b sqrt(l) agents. b is known for a type alone and for the whole team, and taken as straight in 1 / sqrt(l) between
 * them; a type's line of l = a + sum w a' erlangs then needs its part, a + b a / sqrt(l). Where help goes in one direction alone, who helps is
 * planned as half as much pooled as if it went both ways: what they spare is the others', and what they give up they need.
 *
 * @param alone [queue] agents whom each type needs alone, and `load` of `sharing` its erlangs; `shares` [queue][group] of its agents by their home
 * @param together agents whom all need as one pool
 * @param needed [queue] filled
 */
export function shareAgents(sharing: Sharing, alone: Float64Array, shares: Float64Array, together: number, needed: Float64Array): void {
  const { queues, groups, agents, load, help } = sharing;
  const count = queues.length;
  for (let group = 0; group < groups.length; group++) {
    let all = 0;
    for (let queue = 0; queue < count; queue++) all += alone[queue]! * shares[queue * groups.length + group]!;
    agents[group] = all;
  }
  weighHelp(sharing);
  let whole = 0;
  for (let queue = 0; queue < count; queue++) whole += load[queue]!;
  const ofTeam = whole > 0 ? (together - whole) / Math.sqrt(whole) : 0;
  for (let queue = 0; queue < count; queue++) {
    const own = load[queue]!;
    needed[queue] = alone[queue]!;
    if (!(own > 0) || !(whole > own)) continue;
    let line = 0;
    for (let other = 0; other < count; other++) {
      const [to, from] = [help[queue * count + other]!, help[other * count + queue]!];
      line += load[other]! * (to > 0 && from > 0 ? Math.sqrt(to * from) : oneWay * Math.max(to, from));
    }
    const [atOwn, atLine, atWhole] = [1 / Math.sqrt(own), 1 / Math.sqrt(line), 1 / Math.sqrt(whole)];
    const ofOwn = (alone[queue]! - own) * atOwn;
    const beyond = ofOwn + ((ofTeam - ofOwn) * (atOwn - atLine)) / (atOwn - atWhole);
    needed[queue] = own + beyond * own * atLine;
  }
}

/** Weight of pooling where help goes in one direction. */
const oneWay = 0.5;
