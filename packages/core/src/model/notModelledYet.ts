import { formatPath, type Leaf, type Problem, type Scenario } from '@percall/scenario';

/** Whether a leaf is anything but a certain number. */
const isNot = (leaf: Leaf, value: number): boolean => leaf.distribution.family !== 'certain' || leaf.distribution.value !== value;

/**
 * Parts of a valid document that the engine does not model yet. Each is refused by its path: never accepted and ignored.
 * A part that is present but neutral (a callback that nobody accepts) passes.
 */
export function notModelledYet(scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  const refuse = (path: string, got: unknown, since: string): void => {
    problems.push({ code: 'notModelledYet', path, params: { must: { rule: 'modelled', since }, got }, severity: 'error' });
  };
  const refuseLeaf = (leaf: Leaf, neutral: number, since: string): void => {
    if (isNot(leaf, neutral)) refuse(leaf.path, leaf.distribution, since);
  };
  const { levers, staffing, targets, channelSettings } = scenario;

  for (const type of scenario.contactTypes) {
    const path = formatPath(['contactTypes', type.name]);
    for (const channel of ['chat', 'email', 'social'] as const) refuseLeaf(type.channels[channel], 0, `${channel} contacts`);
    const handleTime = type.handleTime.phone;
    if (handleTime && handleTime.family !== 'lognormal')
      refuse(`${path}.handleTime.phone`, handleTime.family, 'handle times that are not lognormal');
    const patience = type.patience.phone;
    if (patience && patience.family !== 'exponential')
      refuse(`${path}.patience.phone`, patience.family, 'patience that is not exponential');
    const groups = scenario.agents.filter(({ skills }) => skills.some(({ contactType }) => contactType === type.name));
    if (groups.length > 1)
      refuse(
        path,
        groups.map(({ name }) => name),
        'a contact type served by several groups',
      );
  }
  for (const group of scenario.agents)
    for (const skill of group.skills) {
      refuseLeaf(skill.handleTime, 1, 'handle times that differ by skill');
      if (skill.level !== 1)
        refuse(formatPath(['agents', group.name, 'skills', skill.contactType, 'level']), skill.level, 'levels of skill');
    }

  if (channelSettings.phone.trunks !== null) refuse('channels.phone.trunks', channelSettings.phone.trunks, 'trunk limits');
  if (staffing.plan !== 'to target') refuse('staffing.plan', staffing.plan, 'rosters and headcounts given');
  if (staffing.response === 'transition') refuse('staffing.response', staffing.response, 'the weeks between two rosters');
  if (scenario.starts !== null) refuse('starts', scenario.starts, 'levers that start later');
  if (scenario.rampSeconds !== null) refuse('ramp', scenario.rampSeconds, 'levers that ramp up');

  refuseLeaf(levers.ivr.unresponsiveCallers.share, 0, 'unresponsive callers');
  refuseLeaf(levers.ivr.unresponsiveCallers.falseDrops, 0, 'unresponsive callers');
  refuseLeaf(levers.callback.accepts, 0, 'callbacks');
  refuseLeaf(levers.routing.misroute, 0, 'misroutes and transfers');
  if (levers.routing.overflowAfter.length > 0)
    refuse(
      'levers.routing.overflowAfter',
      levers.routing.overflowAfter.map(({ group }) => group),
      'overflow between groups',
    );

  for (const channel of ['email', 'social'] as const)
    if (targets.deferred[channel]) refuse(`targets.${channel}`, 'a target', `${channel} contacts`);
  if (targets.callbackPromise) refuse('targets.callbackPromise', 'a target', 'callbacks');
  const live = [
    targets.serviceLevel.phone,
    targets.abandonment.phone,
    targets.speedOfAnswer,
    targets.occupancy,
    targets.firstContactResolution,
  ];
  const names = [
    'targets.serviceLevel',
    'targets.abandonment',
    'targets.speedOfAnswer',
    'targets.occupancy',
    'targets.firstContactResolution',
  ];
  live.forEach((target, index) => {
    if (target && target.every !== 'period') refuse(`${names[index]!}.every`, target.every, 'targets judged by week or interval');
  });
  return problems;
}
