import type { Channel, CostBasis, Distribution, LeafClass, Period, Role, Scenario, ShrinkageBase, Support } from '@percall/scenario';
import type { DurationFamily } from '../random/durations/durationFamily.ts';
import type { DurationSpec } from '../random/durations/durationLaw.ts';

/** Index into `Model.leaves` and into `World.leaves`: how every number of the document is referred to after compiling. */
export type LeafIndex = number;

/** One number of the document. `central` is its median, the value "at central inputs". */
export interface ModelLeaf {
  readonly path: string;
  readonly distribution: Distribution;
  readonly support: Support;
  readonly role: Role;
  readonly class: LeafClass;
  readonly central: number;
}

/** The open intervals of the horizon, in time order, numbered 0..intervals-1. Closed time has no number. */
export interface ModelCalendar {
  readonly intervalSeconds: number;
  /** Civil days of the horizon, open or not. */
  readonly horizonDays: number;
  readonly weeks: number;
  readonly intervals: number;
  /** Open days. */
  readonly days: number;
  /** [day + 1] first interval of each open day; the last entry is `intervals`. */
  readonly firstInterval: Int32Array;
  /** [day] days since the start of the horizon. */
  readonly dayOffset: Int32Array;
  /** [day] 0 = Monday. */
  readonly weekday: Int32Array;
  /** [day] week of the horizon. */
  readonly week: Int32Array;
  /** [interval] interval of the day from midnight. */
  readonly slot: Int32Array;
  /** How long after closing those who wait are still served. */
  readonly closeGraceSeconds: number;
}

export interface ModelContactType {
  readonly name: string;
  /** Its queues, one for each channel it comes by. */
  readonly queues: readonly number[];
  readonly volume: LeafIndex;
  readonly counted: 'offered' | 'handled' | 'needs';
  /** [interval] share of one period's volume that falls here before events; sums to horizonDays / days(period). */
  readonly profile: Float64Array;
  /** [day] multipliers in force that day. */
  readonly eventVolume: readonly (readonly LeafIndex[])[];
  readonly eventHandleTime: readonly (readonly LeafIndex[])[];
  readonly dayToDay: LeafIndex;
  readonly shared: LeafIndex;
  readonly withinDay: LeafIndex;
  readonly firstContactResolution: { readonly value: LeafIndex; readonly measured: 'surveyed' | 'noRepeat' };
  readonly repeat: { readonly share: LeafIndex; readonly after: LeafIndex; readonly handleTime: LeafIndex };
  readonly redial: { readonly share: LeafIndex; readonly after: LeafIndex };
  readonly difficulty: { readonly selfService: LeafIndex; readonly containment: LeafIndex };
  readonly selfService: {
    readonly tries: LeafIndex;
    readonly succeeds: LeafIndex;
    readonly failureAdds: LeafIndex;
    readonly returnsWithin72h: LeafIndex;
  } | null;
  readonly containment: LeafIndex | null;
  /** Fractional change of needs by root-cause elimination: -0.1 removes a tenth. */
  readonly rootCauseVolume: LeafIndex | null;
}

/** A contact type in one channel: a line of contacts that wait for agents with the skill. */
export interface ModelQueue {
  readonly contactType: number;
  /** Place among `Model.channels`. */
  readonly channel: number;
  /** Place in the Inversion's arrays by contact type and channel. */
  readonly inverted: number;
  /** Share of the type's contacts that come by this channel, as its reports count them. */
  readonly share: LeafIndex;
  /** `law` gives the shape of single handle times; where it has no variation of its own, that is the leaf `cv`. */
  readonly handleTime: {
    readonly mean: LeafIndex;
    readonly afterContactWork: LeafIndex;
    readonly cv: LeafIndex;
    readonly law: DurationFamily;
  };
  /** null: deferred work, whose customers wait for an answer and not on the line. */
  readonly patience: { readonly mean: LeafIndex; readonly balk: LeafIndex; readonly law: DurationSpec } | null;
  /** Groups that serve it, the lowest level first. */
  readonly servedBy: readonly ModelSkill[];
}

/** A group that serves a queue. */
export interface ModelSkill {
  readonly group: number;
  /** Groups of a higher level serve it only while nobody of a lower one is free. */
  readonly level: number;
  /** Factor on the handle time. */
  readonly handleTime: LeafIndex;
  /** Wait after which the group is asked; null: at once. */
  readonly overflowAfter: LeafIndex | null;
}

/** One of the two parts of a group of which some agents are cross-skilled. */
export interface ModelGroupPart {
  readonly crossSkilled: boolean;
  /** Share of the group's agents who are. */
  readonly share: LeafIndex;
  /** The other part. */
  readonly other: number;
}

export interface ModelGroup {
  readonly name: string;
  /** Queues that it serves. */
  readonly queues: readonly number[];
  /** The part of a group of the document that it is; null: the whole. */
  readonly part: ModelGroupPart | null;
  readonly wage: LeafIndex;
  /** Factor on the wage; null: 1. */
  readonly wageFactor: LeafIndex | null;
  readonly onCost: LeafIndex;
  /** Components, in the order in which they take their shares: of the paid time that those before leave, or of all of it. */
  readonly shrinkage: readonly { readonly share: LeafIndex; readonly of: ShrinkageBase }[];
}

/**
 * Where the number of agents comes from: planned to the targets; agents on duty as given, [interval][group]; or full-time agents as given,
 * [group], whose hours are shaped to what the targets require.
 */
export type ModelPlan =
  | { readonly by: 'targets' }
  | { readonly by: 'roster'; readonly agents: Float64Array }
  | { readonly by: 'headcount'; readonly fullTimeAgents: readonly LeafIndex[] };

/** How fast staff can follow a plan. */
export interface ModelTransition {
  readonly hireLag: LeafIndex;
  readonly training: LeafIndex;
  readonly ramp: LeafIndex;
  /** Most overtime, as a fraction of the hours that staff are paid for. */
  readonly overtimeMax: LeafIndex;
  readonly severance: LeafIndex;
  /** Whether agents are let go; else there are fewer only as they leave. */
  readonly letsGo: boolean;
}

/** Levers of a variant that start on a day and take a while to work in full, in steps of a week. */
export interface ModelRamp {
  /** [step] 0: as in the baseline; 1: in full. In time order, so rising. */
  readonly strength: Float64Array;
  /** [day] */
  readonly stepOfDay: Int32Array;
  /** [lever] leaf that grows, and leaf with what it grows from: the baseline's, or what says nothing. */
  readonly leaves: Int32Array;
  readonly before: Int32Array;
}

/** Callers who wait are offered to be called back. */
export interface ModelCallback {
  /** The offer is judged once, on joining: by predicted wait in seconds, or by callers in the queue. */
  readonly offerWhen: 'wait' | 'queueLength';
  readonly offerFrom: LeafIndex;
  readonly accepts: LeafIndex;
  readonly keepsPlace: boolean;
  /** Idle agents that callbacks leave to callers. */
  readonly reserveIdle: number;
  readonly attempts: number;
  readonly retryAfter: LeafIndex;
  readonly reached: LeafIndex;
  readonly dialSeconds: LeafIndex;
  readonly promise: LeafIndex;
}

export interface ModelChat {
  /** Chats that an agent may have in hand. */
  readonly cap: number;
  /** A chat takes so much longer for each further one in hand, as a fraction. */
  readonly stretch: LeafIndex;
  /** Mean number in hand when the handle time was measured. */
  readonly measuredAt: LeafIndex;
  /** Relative handle times with 1, 2 ... in hand, instead of a stretch; null: none are given. */
  readonly handleTimes: readonly number[] | null;
}

export interface ModelFloor {
  readonly value: LeafIndex;
  /** 'atLeast': holds when the KPI is at or above the value; 'atMost': at or below. */
  readonly side: 'atLeast' | 'atMost';
  /** KPI id the floor is on, e.g. `serviceLevel.phone`. */
  readonly kpi: string;
  /** How much worse than the baseline a missed floor may be and still count as "no worse", in the KPI's unit. */
  readonly tolerance: number;
}

export type ServiceLevelRule =
  'answered / offered' | 'answered / answered' | 'answered / (offered - short abandoned)' | '(answered + short abandoned) / offered';

export interface ModelServiceLevel {
  readonly atLeast: LeafIndex;
  readonly withinSeconds: LeafIndex;
  readonly rule: ServiceLevelRule;
}

/** What a floor may be judged on by week or by interval: KPIs without their channel. */
export type ExtremeMeasure = 'serviceLevel' | 'abandonment' | 'asa' | 'occupancy' | 'responded' | 'callbackPromise' | 'fcr';

/** The worst week or interval of a world, where the baseline has a floor that is judged on it: Totals keep its numerator and denominator. */
export interface ModelExtreme {
  /** KPI that it is an extreme of, e.g. `serviceLevel.phone`. */
  readonly of: string;
  readonly measure: ExtremeMeasure;
  /** Place among `Model.channels`. */
  readonly channel: number;
  readonly over: 'week' | 'interval';
  readonly end: 'lowest' | 'highest';
}

export interface ModelTargets {
  /** Of phone. */
  readonly serviceLevel: ModelServiceLevel | null;
  readonly abandonmentAtMost: LeafIndex | null;
  readonly speedOfAnswerAtMost: LeafIndex | null;
  readonly chat: { readonly serviceLevel: ModelServiceLevel | null; readonly abandonmentAtMost: LeafIndex | null };
  readonly floors: readonly ModelFloor[];
  /** Of the study's baseline: floors are the baseline's, whatever a variant plans for. */
  readonly extremes: readonly ModelExtreme[];
  /** Wanted chance that quality holds. */
  readonly chance: number;
}

/** The cost categories of the ledger, in the order in which lines are summed. */
export const costCategories = [
  'wages',
  'onCosts',
  'management',
  'telephony',
  'ivr',
  'selfService',
  'technology',
  'softwareLicences',
  'officeSpace',
  'officeComputing',
  'chat',
  'hiring',
  'taxes',
  'penalties',
  'oneOff',
  'miscellaneous',
] as const;
export type CostCategory = (typeof costCategories)[number];

/** One priced line that is charged on a basis. Wages, on-costs, overtime and management follow from groups and are not listed here. */
export interface ModelCostLine {
  /** Unique within the model, e.g. `telephony`, `ivr.platform`, `softwareLicences[1]`. */
  readonly line: string;
  readonly category: CostCategory;
  readonly amount: LeafIndex;
  readonly basis: CostBasis;
  /** Staircase: the amount is paid for every started `of` seats. */
  readonly step: { readonly of: number } | null;
  /** Minutes or contacts it is charged on, where the basis is 'minute', 'contact' or 'session'. */
  readonly quantity:
    | 'telephonyMinutes'
    | 'ivrMinutes'
    | 'handledContacts'
    | 'phoneContacts'
    | 'chatContacts'
    | 'emailContacts'
    | 'selfServiceSessions'
    | 'callbackAttempts'
    | null;
}

/** What the baseline's reports say, turned into what customers bring; found once at central values, shared by all variants. */
export interface Inversion {
  /** [contactType] needs per contact of the typed volume. */
  readonly needsPerTypedContact: Float64Array;
  /** [contactType][channel of `channels`] needs per reported contact of the channel: a share of the contacts times this, made 1 in sum, is a share of the needs. */
  readonly channelWeight: Float64Array;
  /** [contactType][channel of `channels`] mean handle time of a need that met no filter, per second of the typed mean. */
  readonly handleTimeFactor: Float64Array;
  /** [contactType] the baseline's self-service at central values: what containment is reported after. */
  readonly selfServiceTries: Float64Array;
  readonly selfServiceSucceeds: Float64Array;
}

/**
 * Everything about one scenario (the baseline or a variant) that is not chance: frozen, structured-cloneable data without closures.
 * SI units; every number of the document is a leaf.
 */
export interface Model {
  readonly name: string;
  readonly response: 'locked' | 're-plan' | 'transition';
  readonly currency: string;
  readonly period: Period;
  readonly headline: Scenario['headline'];
  readonly leaves: readonly ModelLeaf[];
  readonly calendar: ModelCalendar;
  /** Channels of the study: phone first, then those that some scenario uses. */
  readonly channels: readonly Channel[];
  readonly contactTypes: readonly ModelContactType[];
  /** By contact type, then channel. */
  readonly queues: readonly ModelQueue[];
  readonly groups: readonly ModelGroup[];
  readonly staffing: {
    readonly forecastError: LeafIndex;
    readonly scheduleEfficiency: LeafIndex;
    readonly maxOccupancy: LeafIndex;
    readonly minimumAgents: number;
    readonly hoursPerWeek: number;
    readonly attrition: LeafIndex;
    /** Fraction of the wage on top of it, paid for overtime. */
    readonly overtimePremium: LeafIndex;
    readonly plan: ModelPlan;
    /** null: staff are at once what the plan asks for. */
    readonly transition: ModelTransition | null;
  };
  readonly targets: ModelTargets;
  readonly ivr: {
    readonly time: LeafIndex;
    readonly hangUps: LeafIndex;
    readonly verification: {
      readonly offeredTo: LeafIndex;
      readonly success: LeafIndex;
      readonly saves: LeafIndex;
      readonly failureAdds: LeafIndex;
    };
  };
  /** null: nobody takes one. */
  readonly callback: ModelCallback | null;
  /** Share of calls that reach an agent who passes them on, and the agent seconds that takes. null: none. */
  readonly misroutes: { readonly share: LeafIndex; readonly transferAdds: LeafIndex } | null;
  /** Calls on which nobody speaks, as a share of all that enter the IVR; what screens them, and agent seconds of one that gets through. null: none. */
  readonly unresponsiveCallers: {
    readonly share: LeafIndex;
    readonly screened: LeafIndex;
    readonly falseDrops: LeafIndex;
    readonly agentSeconds: LeafIndex;
  } | null;
  /** Lines into the centre; Infinity: no limit. */
  readonly trunks: number;
  /** Which of several free agents of the lowest level takes a contact. */
  readonly freeAgent: 'longestIdle' | 'random';
  /** How chats in hand slow each other down; null: nobody chats. */
  readonly chat: ModelChat | null;
  /** By deferred channel of `channels`, when an answer is due; null for live ones. */
  readonly due: readonly ({ readonly within: LeafIndex; readonly clock: boolean } | null)[];
  /** How levers grow to their strength, where they do not work all the time and in full; null: they do. */
  readonly ramp: ModelRamp | null;
  readonly software: { readonly handleTime: LeafIndex; readonly firstContactResolution: LeafIndex };
  /** Satisfaction as a curve that the user has given; null: none, and nothing is said of it. */
  readonly satisfaction: {
    /** Share of satisfied customers who were answered at once, the first time, by who can help. */
    readonly base: LeafIndex;
    readonly perMinuteWaited: LeafIndex;
    readonly perRepeat: LeafIndex;
    readonly perTransfer: LeafIndex;
    /** Share of satisfied customers among those who were not served. */
    readonly abandoned: LeafIndex;
  } | null;
  readonly management: { readonly oneFor: LeafIndex; readonly wage: LeafIndex; readonly onCost: LeafIndex } | null;
  readonly costLines: readonly ModelCostLine[];
  readonly penalty: { readonly serviceLevelBelow: LeafIndex; readonly amount: LeafIndex; readonly per: Period } | null;
  /** Years over which one-off costs are spread, straight-line. */
  readonly investmentYears: number;
  /** Fraction per year by which money of later years is worth less. */
  readonly discount: LeafIndex;
  readonly inversion: Inversion;
}
