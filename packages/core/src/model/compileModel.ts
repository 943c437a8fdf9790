import {
  channels as allChannels,
  type Channel,
  type ContactType,
  type HandleTime,
  type Leaf,
  type Patience,
  type Scenario,
} from '@percall/scenario';
import { medianOf } from '../random/distributions/median.ts';
import type { DurationFamily } from '../random/durations/durationFamily.ts';
import type { DurationSpec } from '../random/durations/durationLaw.ts';
import { dayNumber, layOut } from './calendar.ts';
import { compileRamp } from './ramp.ts';
import { compileCostLines } from './costLines.ts';
import { groupsOf, isCrossSkilled, type CompiledGroup } from './crossSkilled.ts';
import { compileTargets, extremesOf } from './compileTargets.ts';
import type {
  Inversion,
  LeafIndex,
  Model,
  ModelCalendar,
  ModelContactType,
  ModelExtreme,
  ModelLeaf,
  ModelPlan,
  ModelQueue,
} from './model.ts';

type Register = (leaf: Leaf) => LeafIndex;

/**
 * A read scenario becomes a Model: calendar laid out, volumes spread over intervals, every number a leaf. Pure and deterministic.
 * `inversion` is what the baseline's reports mean (see `invertReports`); the baseline itself is first compiled with `asTyped`. `channels` are the
 * study's, and `extremes` its baseline's, so that all its models count alike; `inParts`: its groups are in two parts, own and cross-skilled.
 */
export function compileModel(
  name: string,
  scenario: Scenario,
  inversion: Inversion,
  channels: readonly Channel[] = channelsOf([scenario]),
  extremes: readonly ModelExtreme[] = extremesOf(scenario, channels),
  before: Scenario = scenario,
  inParts: boolean = isCrossSkilled(scenario),
): Model {
  const leaves: ModelLeaf[] = [];
  const indexOf = new Map<string, LeafIndex>();
  const register: Register = (leaf) => {
    const known = indexOf.get(leaf.path);
    if (known !== undefined) return known;
    const { path, distribution, support, role } = leaf;
    leaves.push({ path, distribution, support, role, class: leaf.class, central: medianOf(distribution, support) });
    indexOf.set(path, leaves.length - 1);
    return leaves.length - 1;
  };

  const { calendar, profile } = layOut(scenario);
  const { staffing, levers, costs, quality } = scenario;
  const { verification } = levers.ivr;
  const contactTypes = scenario.contactTypes.map((type) => compileContactType(scenario, calendar, profile, type, register));
  const groups = groupsOf(scenario, inParts);
  const { crossSkilled } = levers.routing;
  const queues = scenario.contactTypes.flatMap((type, contactType) =>
    compileQueues(scenario, groups, channels, type, contactType, register),
  );
  const body = {
    response: staffing.response,
    currency: scenario.currency,
    period: scenario.period,
    headline: scenario.headline,
    calendar,
    channels,
    contactTypes: contactTypes.map((type, contactType) => ({
      ...type,
      queues: placesOf(queues, (queue) => queue.contactType === contactType),
    })),
    queues,
    groups: groups.map((group, place) => ({
      name: group.name,
      part: group.part && { ...group.part, share: register(crossSkilled.share) },
      wageFactor: group.part?.crossSkilled === true && !isOne(crossSkilled.wage) ? register(crossSkilled.wage) : null,
      queues: placesOf(queues, ({ servedBy }) => servedBy.some((skill) => skill.group === place)),
      wage: register(group.wage),
      onCost: register(group.onCost),
      shrinkage: group.shrinkage.map(({ share, of }) => ({ share: register(share), of })),
    })),
    staffing: {
      forecastError: register(staffing.forecastError),
      scheduleEfficiency: register(staffing.scheduleEfficiency),
      maxOccupancy: register(staffing.maxOccupancy),
      minimumAgents: staffing.minimumAgents,
      hoursPerWeek: staffing.hoursPerWeek,
      attrition: register(staffing.people.attrition),
      overtimePremium: register(staffing.people.overtime.premium),
      plan: compilePlan(scenario, groups, calendar, register),
      transition: compileTransition(scenario, register),
    },
    targets: compileTargets(scenario, channels, extremes, register),
    ivr: {
      time: register(levers.ivr.time),
      hangUps: register(levers.ivr.hangUps),
      verification: {
        offeredTo: register(verification.offeredTo),
        success: register(verification.success),
        saves: register(verification.saves),
        failureAdds: register(verification.failureAdds),
      },
    },
    callback: compileCallback(scenario, register),
    misroutes: isNever(levers.routing.misroute)
      ? null
      : { share: register(levers.routing.misroute), transferAdds: register(levers.routing.transferAdds) },
    unresponsiveCallers: compileUnresponsiveCallers(scenario, register),
    trunks: scenario.channelSettings.phone.trunks ?? Infinity,
    freeAgent: levers.routing.freeAgent,
    chat: compileChat(scenario, channels, register),
    due: channels.map((channel) => {
      if (channel !== 'email' && channel !== 'social') return null;
      const { respondWithin, clock } = scenario.channelSettings[channel];
      return { within: register(respondWithin), clock };
    }),
    software: {
      handleTime: register(levers.software.handleTime),
      firstContactResolution: register(levers.software.firstContactResolution),
    },
    satisfaction: quality.csat && {
      base: register(quality.csat.base),
      perMinuteWaited: register(quality.csat.perMinuteWaited),
      perRepeat: register(quality.csat.perRepeat),
      perTransfer: register(quality.csat.perTransfer),
      abandoned: register(quality.csat.abandoned),
    },
    management: costs.management && {
      oneFor: register(costs.management.oneFor),
      wage: register(costs.management.wage),
      onCost: register(costs.management.onCost),
    },
    costLines: compileCostLines(scenario, register),
    penalty: costs.penalties && {
      serviceLevelBelow: register(costs.penalties.serviceLevelBelow),
      amount: register(costs.penalties.cost.amount),
      per: costs.penalties.cost.basis.on === 'period' ? costs.penalties.cost.basis.per : scenario.period,
    },
    investmentYears: scenario.investment.years,
    ramp: compileRamp(scenario, before, calendar, leaves),
    discount: register(scenario.investment.discount),
  };
  return {
    name,
    ...body,
    leaves,
    inversion,
  };
}

/** The inversion that takes every report at its word: needs are the typed volume, handle times the typed mean. */
export function asTyped(contactTypes: number): Inversion {
  return {
    needsPerTypedContact: new Float64Array(contactTypes).fill(1),
    channelWeight: new Float64Array(contactTypes * allChannels.length).fill(1),
    handleTimeFactor: new Float64Array(contactTypes * allChannels.length).fill(1),
    selfServiceTries: new Float64Array(contactTypes),
    selfServiceSucceeds: new Float64Array(contactTypes),
  };
}

/** Channels that some of the scenarios use, in their usual order; phone always. */
export const channelsOf = (scenarios: readonly Scenario[]): readonly Channel[] =>
  allChannels.filter(
    (channel) => channel === 'phone' || scenarios.some(({ contactTypes }) => contactTypes.some((type) => comesBy(type, channel))),
  );

/** Whether a contact type comes by a channel, in some world. */
export const comesBy = ({ channels, handleTime }: ContactType, channel: Channel): boolean =>
  handleTime[channel] !== null && !isNever(channels[channel]);

/** A share that is 0 in every world. */
const isNever = ({ distribution }: Leaf): boolean => distribution.family === 'certain' && distribution.value === 0;

/** A factor that is 1 in every world. */
const isOne = ({ distribution }: Leaf): boolean => distribution.family === 'certain' && distribution.value === 1;

function placesOf<Item>(items: readonly Item[], isWanted: (item: Item) => boolean): readonly number[] {
  return items.flatMap((item, place) => (isWanted(item) ? [place] : []));
}

function compileQueues(
  scenario: Scenario,
  groups: readonly CompiledGroup[],
  channels: readonly Channel[],
  type: ContactType,
  contactType: number,
  register: Register,
): ModelQueue[] {
  const { overflowAfter } = scenario.levers.routing;
  return channels.flatMap((channel, place): ModelQueue[] => {
    const handleTime = type.handleTime[channel];
    const patience = type.patience[channel];
    if (handleTime === null || !comesBy(type, channel)) return [];
    const skills = groups.flatMap(({ of: name, skills: ofGroup, channels: served }, group) =>
      ofGroup
        .filter((skill) => skill.contactType === type.name && served.includes(channel))
        .map(({ level, handleTime: factor }) => ({ name, group, level, factor })),
    );
    const lowest = Math.min(...skills.map(({ level }) => level));
    return [
      {
        contactType,
        channel: place,
        inverted: contactType * allChannels.length + allChannels.indexOf(channel),
        share: register(type.channels[channel]),
        handleTime: {
          mean: register(handleTime.mean),
          afterContactWork: register(handleTime.afterContactWork),
          cv: register(handleTime.cv),
          law: lawOfHandleTime(handleTime),
        },
        patience: patience && { mean: register(patience.mean), balk: register(patience.balk), law: lawOfPatience(patience) },
        servedBy: skills
          .map(({ name, group, level, factor }) => {
            // The timer is for what others should serve.
            const timer = level > lowest ? overflowAfter.find((each) => each.group === name) : undefined;
            return { group, level, handleTime: register(factor), overflowAfter: timer ? register(timer.after) : null };
          })
          .sort((a, b) => a.level - b.level || a.group - b.group),
      },
    ];
  });
}

function compilePlan(
  { staffing, levers }: Scenario,
  groups: readonly CompiledGroup[],
  calendar: ModelCalendar,
  register: Register,
): ModelPlan {
  const { roster, headcount } = staffing;
  if (roster !== null) {
    const agents = new Float64Array(calendar.intervals * groups.length);
    const { distribution, support } = levers.routing.crossSkilled.share;
    const crossSkilled = medianOf(distribution, support);
    groups.forEach(({ of: name, part }, group) => {
      const given = roster.find((each) => each.group === name)!.agents;
      // Whole agents stay whole.
      const ofPart = (all: number): number => {
        if (part === null) return all;
        const trained = Number.isInteger(all) ? Math.round(all * crossSkilled) : all * crossSkilled;
        return part.crossSkilled ? trained : all - trained;
      };
      for (let day = 0; day < calendar.days; day++)
        for (let interval = calendar.firstInterval[day]!; interval < calendar.firstInterval[day + 1]!; interval++)
          agents[interval * groups.length + group] = ofPart(given[calendar.weekday[day]!]![calendar.slot[interval]!]!);
    });
    return { by: 'roster', agents };
  }
  if (headcount !== null)
    return { by: 'headcount', fullTimeAgents: groups.map(({ of: name }) => register(headcount.find(({ group }) => group === name)!.fte)) };
  return { by: 'targets' };
}

function compileTransition({ staffing: { response, people } }: Scenario, register: Register): Model['staffing']['transition'] {
  if (response !== 'transition') return null;
  return {
    hireLag: register(people.hireLag),
    training: register(people.training),
    ramp: register(people.ramp),
    overtimeMax: register(people.overtime.max),
    severance: register(people.severance),
    letsGo: !isNever(people.severance),
  };
}

function compileCallback({ levers: { callback } }: Scenario, register: Register): Model['callback'] {
  if (isNever(callback.accepts)) return null;
  const { offerWhen, keepsPlace, reserveIdle, attempts } = callback;
  return {
    offerWhen,
    offerFrom: register(offerWhen === 'wait' ? callback.offerWhenWaitExceeds : callback.offerWhenQueueExceeds),
    accepts: register(callback.accepts),
    keepsPlace,
    reserveIdle,
    attempts,
    retryAfter: register(callback.retryAfter),
    reached: register(callback.reached),
    dialSeconds: register(callback.dialSeconds),
    promise: register(callback.promise),
  };
}

function compileUnresponsiveCallers({ levers: { ivr } }: Scenario, register: Register): Model['unresponsiveCallers'] {
  const { share, screened, falseDrops, agentSeconds } = ivr.unresponsiveCallers;
  if (isNever(share) && isNever(falseDrops)) return null;
  return { share: register(share), screened: register(screened), falseDrops: register(falseDrops), agentSeconds: register(agentSeconds) };
}

function compileChat({ channelSettings: { chat } }: Scenario, channels: readonly Channel[], register: Register): Model['chat'] {
  if (!channels.includes('chat')) return null;
  return { cap: chat.cap, stretch: register(chat.stretch), measuredAt: register(chat.measuredAt), handleTimes: chat.handleTimes };
}

function compileContactType(
  scenario: Scenario,
  calendar: ModelCalendar,
  profile: Float64Array,
  type: ContactType,
  register: Register,
): Omit<ModelContactType, 'queues'> {
  const byType = <T extends { readonly contactType: string }>(list: readonly T[]): T | undefined =>
    list.find(({ contactType }) => contactType === type.name);
  const selfService = byType(scenario.levers.selfService.byContactType);
  const containment = byType(scenario.levers.ivr.containment);
  const rootCause = byType(scenario.levers.rootCause);
  const start = dayNumber(scenario.horizon.start);
  const events = Array.from({ length: calendar.days }, (_, day) =>
    scenario.calendar.events.filter(({ from, to, contactTypes }) => {
      const date = start + calendar.dayOffset[day]!;
      return date >= dayNumber(from) && date <= dayNumber(to) && (contactTypes === null || contactTypes.includes(type.name));
    }),
  );
  return {
    name: type.name,
    volume: register(type.volume),
    counted: type.counted,
    profile,
    eventVolume: events.map((inForce) => inForce.map(({ volume }) => register(volume))),
    eventHandleTime: events.map((inForce) => inForce.map((event) => register(event.handleTime))),
    dayToDay: register(type.variation.dayToDay),
    shared: register(type.variation.shared),
    withinDay: register(type.variation.withinDay),
    firstContactResolution: { value: register(type.firstContactResolution.value), measured: type.firstContactResolution.measured },
    repeat: { share: register(type.repeat.share), after: register(type.repeat.after), handleTime: register(type.repeat.handleTime) },
    redial: { share: register(type.redial.share), after: register(type.redial.after) },
    difficulty: { selfService: register(type.difficulty.selfService), containment: register(type.difficulty.containment) },
    selfService: selfService
      ? {
          tries: register(selfService.tries),
          succeeds: register(selfService.succeeds),
          failureAdds: register(selfService.failureAdds),
          returnsWithin72h: register(selfService.returnsWithin72h),
        }
      : null,
    containment: containment ? register(containment.share) : null,
    rootCauseVolume: rootCause ? register(rootCause.volume) : null,
  };
}

function lawOfHandleTime({ family, shape, values }: HandleTime): DurationFamily {
  switch (family) {
    case 'erlang':
      return { family, phases: shape! };
    case 'empirical':
      return { family, values: values! };
    case 'exponential':
    case 'deterministic':
      return { family };
    default:
      return { family };
  }
}

function lawOfPatience({ family, shape }: Patience): DurationSpec {
  switch (family) {
    case 'weibull':
      return { family, shape: shape! };
    case 'lognormal':
    case 'hyperexponential':
      return { family, cv: shape! };
    case 'uniform':
      return { family, spread: shape! };
    default:
      return { family };
  }
}
