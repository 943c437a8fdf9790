import type { Channel, CostBasis, Distribution, LeafClass, Period, Role } from '@percall/scenario';
import {
  agentIndex,
  agentFields,
  countFields,
  countIndex,
  seatIndex,
  totalsLayout,
  weekIndex,
  type AgentField,
  type CostCategory,
  type CountField,
  type Model,
  extremeIndex,
  type ModelExtreme,
  type ModelFloor,
  type ModelLeaf,
  type ServiceLevelRule,
  type WeekField,
} from '../../src/index.ts';

/** What a test says of a Model; everything else is plain and certain. Money in currency, wages per hour, times in seconds. */
export interface TinyModel {
  readonly name?: string;
  readonly weeks?: number;
  readonly period?: Period;
  readonly headline?: Model['headline'];
  readonly contactTypes?: readonly string[];
  /** Every contact type comes by each of them. */
  readonly channels?: readonly Channel[];
  /** Those of a group are the ones that it serves; default: all. */
  readonly groups?: readonly {
    readonly name: string;
    readonly wage?: number;
    readonly onCost?: number;
    readonly channels?: readonly Channel[];
  }[];
  readonly costLines?: readonly {
    readonly line: string;
    readonly category?: CostCategory;
    readonly amount: number;
    readonly basis: CostBasis;
    readonly step?: { readonly of: number };
    readonly quantity?: Model['costLines'][number]['quantity'];
  }[];
  readonly management?: { readonly oneFor: number; readonly wage: number; readonly onCost: number };
  readonly penalty?: { readonly serviceLevelBelow: number; readonly amount: number; readonly per: Period };
  readonly serviceLevel?: { readonly atLeast: number; readonly withinSeconds: number; readonly rule: ServiceLevelRule };
  readonly chatServiceLevel?: { readonly atLeast: number; readonly withinSeconds: number; readonly rule: ServiceLevelRule };
  readonly extremes?: readonly ModelExtreme[];
  /** Levers that are on, with what agents spend on each. */
  readonly callback?: { readonly dialSeconds: number };
  readonly misroutes?: { readonly share: number };
  readonly unresponsiveCallers?: { readonly agentSeconds: number };
  readonly trunks?: number;
  readonly satisfaction?: Readonly<Record<keyof NonNullable<Model['satisfaction']>, number>>;
  readonly floors?: readonly (Omit<ModelFloor, 'value'> & { readonly value: number })[];
  readonly hoursPerWeek?: number;
  readonly attrition?: number;
  readonly overtimePremium?: number;
  /** Times in seconds; severance 0: nobody is let go. */
  readonly transition?: Readonly<Record<'hireLag' | 'training' | 'ramp' | 'overtimeMax' | 'severance', number>>;
  readonly investmentYears?: number;
  readonly discount?: number;
  /** Distributions of some leaves, by path. */
  readonly uncertain?: Readonly<Record<string, Distribution>>;
}

/** A Model of one open interval a day, seven days a week, for arithmetic that can be checked by hand. Its leaves are in `leaves` by path. */
export function tinyModel(options: TinyModel = {}): Model {
  const leaves: ModelLeaf[] = [];
  const leaf = (path: string, central: number, role: Role = 'operational', leafClass: LeafClass = 'other'): number =>
    leaves.push({
      path,
      distribution: options.uncertain?.[path] ?? { family: 'certain', value: central },
      support: { lower: 0, upper: Infinity },
      role,
      class: leafClass,
      central,
    }) - 1;
  const weeks = options.weeks ?? 4;
  const days = 7 * weeks;
  const contactTypes = options.contactTypes ?? ['billing'];
  const channels = options.channels ?? ['phone'];
  const groups = options.groups ?? [{ name: 'frontline' }];
  const cells = contactTypes.flatMap((name, contactType) => channels.map((channel, place) => ({ name, contactType, channel, place })));
  const serves = ({ channels: served = channels }: (typeof groups)[number], channel: Channel): boolean => served.includes(channel);
  const target = (path: string, given: TinyModel['serviceLevel']): Model['targets']['serviceLevel'] =>
    given === undefined
      ? null
      : { atLeast: leaf(`${path}.atLeast`, given.atLeast), withinSeconds: leaf(`${path}.within`, given.withinSeconds), rule: given.rule };
  const upTo = (length: number, value: (index: number) => number) => Int32Array.from({ length }, (_, index) => value(index));
  const byDay = (): readonly (readonly number[])[] => Array.from({ length: days }, () => []);
  const cost = (path: string, value: number) => leaf(path, value, 'financial');
  return {
    name: options.name ?? 'baseline',
    response: options.transition === undefined ? 're-plan' : 'transition',
    currency: 'USD',
    period: options.period ?? 'month',
    headline: options.headline ?? 'handled',
    calendar: {
      intervalSeconds: 1800,
      horizonDays: days,
      weeks,
      intervals: days,
      days,
      firstInterval: upTo(days + 1, (day) => day),
      dayOffset: upTo(days, (day) => day),
      weekday: upTo(days, (day) => day % 7),
      week: upTo(days, (day) => Math.floor(day / 7)),
      slot: upTo(days, () => 20),
      closeGraceSeconds: 900,
    },
    contactTypes: contactTypes.map((name, contactType) => {
      const at = (path: string) => `contactTypes.${name}.${path}`;
      return {
        name,
        queues: cells.flatMap((cell, queue) => (cell.contactType === contactType ? [queue] : [])),
        volume: leaf(at('volume'), 1000, 'operational', 'volume'),
        counted: 'needs' as const,
        profile: new Float64Array(days).fill(1 / 30),
        eventVolume: byDay(),
        eventHandleTime: byDay(),
        dayToDay: leaf(at('variation.dayToDay'), 0),
        shared: leaf(at('variation.shared'), 0),
        withinDay: leaf(at('variation.withinDay'), 0),
        firstContactResolution: { value: leaf(at('firstContactResolution.value'), 1), measured: 'surveyed' as const },
        repeat: {
          share: leaf(at('repeat.share'), 0),
          after: leaf(at('repeat.after'), 86400),
          handleTime: leaf(at('repeat.handleTime'), 1),
        },
        redial: { share: leaf(at('redial.share'), 0), after: leaf(at('redial.after'), 600) },
        difficulty: {
          selfService: leaf(at('difficulty.selfService'), 0),
          containment: leaf(at('difficulty.containment'), 0),
        },
        selfService: null,
        containment: null,
        rootCauseVolume: null,
      };
    }),
    channels,
    queues: cells.map(({ name, contactType, channel, place }) => {
      const at = (path: string) => `contactTypes.${name}.${path}`;
      const isLive = channel === 'phone' || channel === 'chat';
      return {
        contactType,
        channel: place,
        inverted: contactType * 4 + ['phone', 'chat', 'email', 'social'].indexOf(channel),
        share: leaf(at(`channels.${channel}`), 1),
        handleTime: {
          mean: leaf(at(`handleTime.${channel}.mean`), 300, 'operational', 'handleTime'),
          afterContactWork: leaf(at(`handleTime.${channel}.afterContactWork`), 60),
          cv: leaf(at(`handleTime.${channel}.cv`), 1),
          law: { family: 'lognormal' as const },
        },
        patience: isLive
          ? {
              mean: leaf(at(`patience.${channel}.mean`), 180),
              balk: leaf(at(`patience.${channel}.balk`), 0),
              law: { family: 'exponential' as const },
            }
          : null,
        servedBy: groups.flatMap((group, place) =>
          serves(group, channel) ? [{ group: place, level: 1, handleTime: leaf('agents.skills.handleTime', 1), overflowAfter: null }] : [],
        ),
      };
    }),
    groups: groups.map(({ name, wage, onCost, ...group }) => ({
      name,
      part: null,
      wageFactor: null,
      queues: cells.flatMap(({ channel }, queue) => (serves({ name, ...group }, channel) ? [queue] : [])),
      wage: leaf(`agents.${name}.wage`, wage ?? 20, 'financial', 'wage'),
      onCost: cost(`agents.${name}.onCost`, onCost ?? 0),
      shrinkage: [{ share: leaf(`agents.${name}.shrinkage.other`, 0, 'operational', 'shrinkage'), of: 'left' as const }],
    })),
    staffing: {
      forecastError: leaf('staffing.forecastError', 0),
      scheduleEfficiency: leaf('staffing.scheduleEfficiency', 1),
      maxOccupancy: leaf('staffing.maxOccupancy', 0.85),
      minimumAgents: 1,
      hoursPerWeek: options.hoursPerWeek ?? 40,
      attrition: leaf('staffing.people.attrition', options.attrition ?? 0),
      overtimePremium: leaf('staffing.people.overtime.premium', options.overtimePremium ?? 0, 'financial'),
      plan: { by: 'targets' },
      transition: options.transition === undefined ? null : transitionOf(options.transition, leaf),
    },
    targets: {
      serviceLevel: target('targets.serviceLevel', options.serviceLevel),
      abandonmentAtMost: null,
      speedOfAnswerAtMost: null,
      chat: { serviceLevel: target('targets.serviceLevel.chat', options.chatServiceLevel), abandonmentAtMost: null },
      extremes: options.extremes ?? [],
      floors: (options.floors ?? []).map(({ kpi, side, value, tolerance }) => ({
        kpi,
        side,
        value: leaf(`targets.${kpi}.${side}`, value),
        tolerance,
      })),
      chance: 0.9,
    },
    ivr: {
      time: leaf('levers.ivr.time', 0),
      hangUps: leaf('levers.ivr.hangUps', 0),
      verification: {
        offeredTo: leaf('levers.ivr.verification.offeredTo', 0),
        success: leaf('levers.ivr.verification.success', 0),
        saves: leaf('levers.ivr.verification.saves', 0),
        failureAdds: leaf('levers.ivr.verification.failureAdds', 0),
      },
    },
    callback:
      options.callback === undefined
        ? null
        : {
            offerWhen: 'wait',
            offerFrom: leaf('levers.callback.offerWhenWaitExceeds', 120),
            accepts: leaf('levers.callback.accepts', 0.5),
            keepsPlace: true,
            reserveIdle: 0,
            attempts: 3,
            retryAfter: leaf('levers.callback.retryAfter', 1200),
            reached: leaf('levers.callback.reached', 0.8),
            dialSeconds: leaf('levers.callback.dialSeconds', options.callback.dialSeconds),
            promise: leaf('levers.callback.promise', 3600),
          },
    misroutes: options.misroutes
      ? { share: leaf('levers.routing.misroute', options.misroutes.share), transferAdds: leaf('levers.routing.transferAdds', 90) }
      : null,
    unresponsiveCallers: options.unresponsiveCallers
      ? {
          share: leaf('levers.ivr.unresponsiveCallers.share', 0.03),
          screened: leaf('levers.ivr.unresponsiveCallers.screened', 0),
          falseDrops: leaf('levers.ivr.unresponsiveCallers.falseDrops', 0),
          agentSeconds: leaf('levers.ivr.unresponsiveCallers.agentSeconds', options.unresponsiveCallers.agentSeconds),
        }
      : null,
    trunks: options.trunks ?? Infinity,
    freeAgent: 'longestIdle',
    chat: channels.includes('chat')
      ? {
          cap: 3,
          stretch: leaf('channels.chat.concurrency.stretch', 0),
          measuredAt: leaf('channels.chat.concurrency.measuredAt', 1),
          handleTimes: null,
        }
      : null,
    due: channels.map((channel) =>
      channel === 'phone' || channel === 'chat' ? null : { within: leaf(`channels.${channel}.respondWithin`, 28_800), clock: false },
    ),
    satisfaction: options.satisfaction
      ? {
          base: leaf('quality.csat.base', options.satisfaction.base),
          perMinuteWaited: leaf('quality.csat.perMinuteWaited', options.satisfaction.perMinuteWaited),
          perRepeat: leaf('quality.csat.perRepeat', options.satisfaction.perRepeat),
          perTransfer: leaf('quality.csat.perTransfer', options.satisfaction.perTransfer),
          abandoned: leaf('quality.csat.abandoned', options.satisfaction.abandoned),
        }
      : null,
    ramp: null,
    software: {
      handleTime: leaf('levers.software.handleTime', 0),
      firstContactResolution: leaf('levers.software.firstContactResolution', 0),
    },
    management:
      options.management === undefined
        ? null
        : {
            oneFor: cost('costs.management.oneFor', options.management.oneFor),
            wage: leaf('costs.management.wage', options.management.wage, 'financial', 'wage'),
            onCost: cost('costs.management.onCost', options.management.onCost),
          },
    costLines: (options.costLines ?? []).map(({ line, category, amount, basis, step, quantity }) => ({
      line,
      category: category ?? 'miscellaneous',
      amount: cost(`costs.${line}`, amount),
      basis,
      step: step ?? null,
      quantity: quantity ?? null,
    })),
    penalty:
      options.penalty === undefined
        ? null
        : {
            serviceLevelBelow: cost('costs.penalties.serviceLevelBelow', options.penalty.serviceLevelBelow),
            amount: cost('costs.penalties.amount', options.penalty.amount),
            per: options.penalty.per,
          },
    investmentYears: options.investmentYears ?? 3,
    discount: cost('investment.discount', options.discount ?? 0),
    inversion: {
      needsPerTypedContact: new Float64Array(contactTypes.length).fill(1),
      channelWeight: new Float64Array(4 * contactTypes.length).fill(1),
      handleTimeFactor: new Float64Array(4 * contactTypes.length).fill(1),
      selfServiceTries: new Float64Array(contactTypes.length),
      selfServiceSucceeds: new Float64Array(contactTypes.length),
    },
    leaves,
  };
}

function transitionOf(
  { hireLag, training, ramp, overtimeMax, severance }: NonNullable<TinyModel['transition']>,
  leaf: (path: string, central: number, role?: Role) => number,
): Model['staffing']['transition'] {
  return {
    hireLag: leaf('staffing.people.hireLag', hireLag),
    training: leaf('staffing.people.training', training),
    ramp: leaf('staffing.people.ramp', ramp),
    overtimeMax: leaf('staffing.people.overtime.max', overtimeMax),
    severance: leaf('staffing.people.severance', severance, 'financial'),
    letsGo: severance > 0,
  };
}

/** The value of every leaf at its median. */
export const centralLeaves = (model: Model): Float64Array => Float64Array.from(model.leaves, ({ central }) => central);

/** Counts of one channel: a list goes by contact type, a number is the first one. */
type TinyCounts = Readonly<Partial<Record<CountField, number | readonly number[]>>>;

/** What a test says of the Totals of one replication: a list goes by contact type or by group, a number is the first one. */
export interface TinyTotals {
  /** Of phone. */
  readonly counts?: TinyCounts;
  /** Of other channels. */
  readonly on?: Readonly<Partial<Record<Channel, TinyCounts>>>;
  /** Seconds. */
  readonly agents?: Readonly<Partial<Record<AgentField, number | readonly number[]>>>;
  readonly seats?: number | readonly number[];
  /** Of phone by week; where left out, the first week holds the counts of all weeks. */
  readonly weeks?: readonly Readonly<Partial<Record<WeekField, number>>>[];
  /** Numerator and denominator of each of the model's extremes. */
  readonly extremes?: readonly (readonly [number, number])[];
}

/** Totals of one replication, in the layout of `model`. */
export function tinyTotals(model: Model, given: TinyTotals): Float64Array {
  const layout = totalsLayout(model);
  const totals = new Float64Array(layout.length);
  const list = (value: number | readonly number[] | undefined): readonly number[] =>
    value === undefined ? [] : typeof value === 'number' ? [value] : value;
  model.channels.forEach((name, channel) => {
    const counts = name === 'phone' ? given.counts : given.on?.[name];
    for (const field of countFields)
      list(counts?.[field]).forEach((value, contactType) => (totals[countIndex(layout, field, contactType, channel)] = value));
  });
  for (const field of agentFields)
    list(given.agents?.[field]).forEach((value, group) => (totals[agentIndex(layout, field, group)] = value));
  list(given.seats).forEach((value, group) => (totals[seatIndex(layout, group)] = value));
  const { weekFields } = layout;
  const weeks = given.weeks ?? [
    Object.fromEntries(weekFields.map((field) => [field, list(given.counts?.[field]).reduce((sum, value) => sum + value, 0)])),
  ];
  weeks.forEach((sums, week) => {
    for (const field of weekFields) totals[weekIndex(layout, week, field, 0)] = sums[field] ?? 0;
  });
  given.extremes?.forEach((pair, extreme) => totals.set(pair, extremeIndex(layout, extreme)));
  return totals;
}
