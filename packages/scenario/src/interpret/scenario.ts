import {
  channels,
  type AgentGroup,
  type Channel,
  type ContactType,
  type Cost,
  type Costs,
  type Floor,
  type HandleTime,
  type Leaf,
  type Levers,
  type Patience,
  type Period,
  type Scenario,
  type ServiceLevelTarget,
  type ShrinkageBase,
  type Staffing,
  type Targets,
} from '../scenario.ts';
import { self, type CostReading, type Noted } from '../schema/nodes.ts';
import { restateDistribution } from '../restate.ts';
import { centralValue } from '../schema/readLeaf.ts';
import type { Draft } from '../schema/root.ts';
import { interpretCalendar, perInterval } from './calendar.ts';

const isLeaf = (value: unknown): value is Leaf => typeof value === 'object' && value !== null && 'distribution' in value;

const costOf = (reading: CostReading): Cost => ({
  amount: self in reading ? reading[self] : reading.amount,
  basis: reading.basis,
  step: reading.step,
});

const costsOf = (readings: CostReading | readonly CostReading[]): readonly Cost[] =>
  (Array.isArray(readings) ? (readings as readonly CostReading[]) : [readings as CostReading]).map(costOf);

/** A number that the engine takes as certain. */
const certain = (leaf: Leaf): number => centralValue(leaf.distribution);

/** The draft of the schema as the Scenario that the engine reads; leaves already carry their paths. */
export function scenarioOf(draft: Draft, own: Pick<Scenario, 'oneOff' | 'starts' | 'rampSeconds'>): Scenario {
  const calendar = interpretCalendar(draft.calendar);
  const { chat } = draft.channels;
  return {
    name: draft.name,
    currency: draft.currency,
    timeZone: draft.timeZone,
    period: draft.period,
    headline: draft.headline,
    horizon: draft.horizon,
    calendar,
    contactTypes: Object.entries(draft.contactTypes).map((entry) => contactTypeOf(entry, draft.period)),
    channelSettings: {
      phone: draft.channels.phone,
      chat: chat.concurrency,
      email: draft.channels.email,
      social: draft.channels.social,
    },
    agents: Object.entries(draft.agents).map(agentGroupOf),
    staffing: staffingOf(draft.staffing, draft.calendar),
    targets: targetsOf(draft.targets),
    quality: { csat: draft.quality.csat ?? null },
    costs: costLinesOf(draft.costs),
    levers: leversOf(draft.levers),
    investment: draft.investment,
    correlations: draft.correlations.pairs,
    withinClass: { volume: 0.7, handleTime: 0.7, wage: 0.7, shrinkage: 0.7, ...draft.correlations.within },
    ...own,
    replications: draft.replications,
    seed: draft.seed,
  };
}

export const oneOffOf = (reading: CostReading | null): Cost | null => (reading === null ? null : costOf(reading));

function contactTypeOf([name, draft]: readonly [string, Draft['contactTypes'][string]], period: Period): ContactType {
  const handleTime = {} as Record<Channel, HandleTime | null>;
  for (const channel of channels) handleTime[channel] = draft.handleTime[channel] ?? null;
  const patience: Record<Channel, Patience | null> = { ...draft.patience, email: null, social: null };
  return {
    name,
    volume: volumeOf(draft.volume, period),
    counted: draft.volume.beside['counted'] as ContactType['counted'],
    variation: draft.variation,
    channels: draft.channels,
    handleTime,
    patience,
    firstContactResolution: {
      value: draft.firstContactResolution[self],
      measured: draft.firstContactResolution.beside['measured'] as ContactType['firstContactResolution']['measured'],
    },
    repeat: draft.repeat,
    redial: draft.redial,
    difficulty: draft.difficulty,
  };
}

/** A volume per period of the document, whatever period it names itself: the one convention that the engine knows. */
function volumeOf({ [self]: leaf, period: own }: Noted, period: Period): Leaf {
  return { ...leaf, distribution: restateDistribution(leaf.distribution, own ?? period, period) };
}

const agentGroupOf = ([name, draft]: readonly [string, Draft['agents'][string]]): AgentGroup => ({
  name,
  skills: Object.entries(draft.skills).map(([contactType, { level, handleTime }]) => ({ contactType, level, handleTime })),
  channels: draft.channels,
  wage: draft.wage,
  onCost: draft.onCost,
  shrinkage: isLeaf(draft.shrinkage)
    ? [{ name: 'shrinkage', share: draft.shrinkage, of: 'left' }]
    : Object.entries(draft.shrinkage).map(([component, noted]) => ({
        name: component,
        share: noted[self],
        of: noted.beside['of'] as ShrinkageBase,
      })),
});

function staffingOf(draft: Draft['staffing'], calendar: Draft['calendar']): Staffing {
  const roster = Object.entries(draft.roster).map(([group, byDay]) => ({
    group,
    agents: byDay.map((agents, day) => {
      const spans = calendar.open[day]!;
      const intervals = (24 * 60) / calendar.interval;
      return perInterval(typeof agents === 'number' ? Array<number>(intervals).fill(agents) : agents, spans, calendar.interval);
    }),
  }));
  const headcount = Object.entries(draft.headcount).map(([group, fte]) => ({ group, fte }));
  return {
    ...draft,
    roster: draft.plan === 'roster' ? roster : null,
    headcount: draft.plan === 'headcount' ? headcount : null,
  };
}

type FloorDraft = Draft['targets']['speedOfAnswer'];
const floorOf = (draft: FloorDraft): Floor | null => draft ?? null;

function targetsOf(draft: Draft['targets']): Targets {
  const { serviceLevel, abandonment, tolerance } = draft;
  const target = (
    typed: { atLeast: Leaf; within: Leaf; rule: ServiceLevelTarget['rule']; every: ServiceLevelTarget['every'] } | undefined,
  ): ServiceLevelTarget | null =>
    typed === undefined ? null : { atLeast: typed.atLeast, withinSeconds: typed.within, rule: typed.rule, every: typed.every };
  const shared = 'within' in serviceLevel;
  const perLive = abandonment !== undefined && !('every' in abandonment);
  return {
    serviceLevel: shared
      ? { phone: target(serviceLevel), chat: target(serviceLevel) }
      : { phone: target(serviceLevel.phone), chat: target(serviceLevel.chat) },
    abandonment: perLive
      ? { phone: floorOf(abandonment.phone), chat: floorOf(abandonment.chat) }
      : { phone: floorOf(abandonment), chat: floorOf(abandonment) },
    speedOfAnswer: floorOf(draft.speedOfAnswer),
    occupancy: floorOf(draft.occupancy),
    deferred: { email: floorOf(draft.email), social: floorOf(draft.social) },
    callbackPromise: floorOf(draft.callbackPromise),
    firstContactResolution: floorOf(draft.firstContactResolution),
    chance: certain(draft.chance),
    tolerance: {
      serviceLevel: certain(tolerance.serviceLevel),
      abandonment: certain(tolerance.abandonment),
      speedOfAnswerSeconds: certain(tolerance.speedOfAnswer),
    },
  };
}

const costLinesOf = (draft: Draft['costs']): Costs => ({
  telephony: costsOf(draft.telephony),
  technology: costsOf(draft.technology),
  softwareLicences: costsOf(draft.softwareLicences),
  officeSpace: costsOf(draft.officeSpace),
  officeComputing: costsOf(draft.officeComputing),
  chat: costsOf(draft.chat),
  management: draft.management ?? null,
  hiring: costsOf(draft.hiring),
  taxes: costsOf(draft.taxes),
  penalties:
    draft.penalties === undefined ? null : { serviceLevelBelow: draft.penalties.serviceLevelBelow, cost: costOf(draft.penalties.amount) },
  miscellaneous: costsOf(draft.miscellaneous),
});

type SelfServiceDraft = Extract<Draft['levers']['selfService'][string], { readonly tries: Leaf }>;

function leversOf(draft: Draft['levers']): Levers {
  const { ivr, callback, routing, selfService, software, rootCause } = draft;
  const { costPerSession, platform, ...byContactType } = selfService;
  return {
    ivr: {
      ...ivr,
      costPerMinute: costOf(ivr.costPerMinute),
      platform: costOf(ivr.platform),
      containment: Object.entries(ivr.containment).map(([contactType, share]) => ({ contactType, share })),
    },
    callback: { ...callback, costPerAttempt: costOf(callback.costPerAttempt) },
    routing: { ...routing, overflowAfter: Object.entries(routing.overflowAfter).map(([group, after]) => ({ group, after })) },
    selfService: {
      byContactType: Object.entries(byContactType).map(([contactType, lever]) => ({ contactType, ...(lever as SelfServiceDraft) })),
      costPerSession: costOf(costPerSession),
      platform: costOf(platform),
    },
    software: { ...software, licence: costOf(software.licence) },
    rootCause: Object.entries(rootCause).map(([contactType, { volume, oneOff }]) => ({ contactType, volume, oneOff: costOf(oneOff) })),
  };
}
