import type { CostBasis, Distribution, LeafClass, Period, Role } from '@percall/scenario';
import {
  agentIndex,
  agentFields,
  countFields,
  countIndex,
  seatIndex,
  totalsLayout,
  weekFields,
  weekIndex,
  type AgentField,
  type CostCategory,
  type CountField,
  type Model,
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
  readonly groups?: readonly { readonly name: string; readonly wage?: number; readonly onCost?: number }[];
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
  const groups = options.groups ?? [{ name: 'frontline' }];
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
        queues: [contactType],
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
    channels: ['phone'],
    queues: contactTypes.map((name, contactType) => {
      const at = (path: string) => `contactTypes.${name}.${path}`;
      return {
        contactType,
        channel: 0,
        inverted: contactType * 4,
        share: leaf(at('channels.phone'), 1),
        handleTime: {
          mean: leaf(at('handleTime.phone.mean'), 300, 'operational', 'handleTime'),
          afterContactWork: leaf(at('handleTime.phone.afterContactWork'), 60),
          cv: leaf(at('handleTime.phone.cv'), 1),
          law: { family: 'lognormal' },
        },
        patience: { mean: leaf(at('patience.phone.mean'), 180), balk: leaf(at('patience.phone.balk'), 0), law: { family: 'exponential' } },
        servedBy: groups.map((_, group) => ({ group, level: 1, handleTime: leaf('agents.skills.handleTime', 1), overflowAfter: null })),
      };
    }),
    groups: groups.map(({ name, wage, onCost }) => ({
      name,
      queues: contactTypes.map((_, index) => index),
      wage: leaf(`agents.${name}.wage`, wage ?? 20, 'financial', 'wage'),
      onCost: cost(`agents.${name}.onCost`, onCost ?? 0),
      shrinkage: [leaf(`agents.${name}.shrinkage.other`, 0, 'operational', 'shrinkage')],
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
      serviceLevel:
        options.serviceLevel === undefined
          ? null
          : {
              atLeast: leaf('targets.serviceLevel.atLeast', options.serviceLevel.atLeast),
              withinSeconds: leaf('targets.serviceLevel.within', options.serviceLevel.withinSeconds),
              rule: options.serviceLevel.rule,
            },
      abandonmentAtMost: null,
      speedOfAnswerAtMost: null,
      chat: { serviceLevel: null, abandonmentAtMost: null },
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
    callback: null,
    misroutes: null,
    unresponsiveCallers: null,
    trunks: Infinity,
    chat: null,
    due: [null],
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

/** What a test says of the Totals of one replication: a list goes by contact type or by group, a number is the first one. */
export interface TinyTotals {
  readonly counts?: Readonly<Partial<Record<CountField, number | readonly number[]>>>;
  /** Seconds. */
  readonly agents?: Readonly<Partial<Record<AgentField, number | readonly number[]>>>;
  readonly seats?: number | readonly number[];
  /** By week; where left out, the first week holds the counts of all weeks. */
  readonly weeks?: readonly Readonly<Partial<Record<WeekField, number>>>[];
}

/** Totals of one replication on the phone channel, in the layout of `model`. */
export function tinyTotals(model: Model, given: TinyTotals): Float64Array {
  const layout = totalsLayout(model);
  const totals = new Float64Array(layout.length);
  const list = (value: number | readonly number[] | undefined): readonly number[] =>
    value === undefined ? [] : typeof value === 'number' ? [value] : value;
  for (const field of countFields)
    list(given.counts?.[field]).forEach((value, contactType) => (totals[countIndex(layout, field, contactType, 0)] = value));
  for (const field of agentFields)
    list(given.agents?.[field]).forEach((value, group) => (totals[agentIndex(layout, field, group)] = value));
  list(given.seats).forEach((value, group) => (totals[seatIndex(layout, group)] = value));
  const weeks = given.weeks ?? [
    Object.fromEntries(weekFields.map((field) => [field, list(given.counts?.[field]).reduce((sum, value) => sum + value, 0)])),
  ];
  weeks.forEach((sums, week) => {
    for (const field of weekFields) totals[weekIndex(layout, week, field, 0)] = sums[field] ?? 0;
  });
  return totals;
}
