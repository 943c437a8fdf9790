/**
 * The document read: SI units, defaults filled in, names resolved, but nothing derived. Made by `interpret`.
 *
 * Seconds, fractions and currency units throughout. Lists keep the order of the document.
 */

export type Period = 'week' | 'month' | 'quarter' | 'year';

/** Year = 365.25 days, quarter = year / 4, month = year / 12, week = 7 days. */
export const daysPer: Readonly<Record<Period, number>> = { week: 7, month: 365.25 / 12, quarter: 365.25 / 4, year: 365.25 };

/** Monday first, as in ISO 8601; an index 0..6 into any array "by weekday". */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export const channels = ['phone', 'chat', 'email', 'social'] as const;
export type Channel = (typeof channels)[number];

/** A plain number is certain; everything else is a distribution. Parameters are in the leaf's SI unit. */
export type Distribution =
  | { readonly family: 'certain'; readonly value: number }
  /** P10 / P50 / P90, fitted by a J-QPD on the leaf's support (Hadlock and Bickel 2017). */
  | { readonly family: 'range'; readonly low: number; readonly likely: number; readonly high: number }
  | { readonly family: 'normal' | 'lognormal'; readonly mean: number; readonly sd: number }
  | { readonly family: 'beta'; readonly mean: number; readonly sd: number; readonly lower: number; readonly upper: number }
  | { readonly family: 'triangular' | 'pert'; readonly low: number; readonly likely: number; readonly high: number }
  | { readonly family: 'uniform'; readonly low: number; readonly high: number }
  | { readonly family: 'metalog'; readonly quantiles: readonly { readonly p: number; readonly value: number }[] }
  | { readonly family: 'observed'; readonly values: readonly number[] };

/** Where a leaf's values can lie; the bounds of its J-QPD. */
export type Support = { readonly lower: number; readonly upper: number };

/** Operational leaves change what happens; financial ones price what happened. */
export type Role = 'operational' | 'financial';

/** Leaves of one class share a factor; `correlations` couples classes. */
/** What a component of shrinkage is a share of. */
export type ShrinkageBase = 'left' | 'paid';

export type LeafClass = 'volume' | 'handleTime' | 'wage' | 'shrinkage' | 'other';

/** One number of the document, certain or not. */
export interface Leaf {
  readonly path: string;
  readonly quantity: 'duration' | 'share' | 'multiplier' | 'points' | 'count' | 'number' | 'money' | 'cost';
  readonly distribution: Distribution;
  readonly support: Support;
  readonly role: Role;
  readonly class: LeafClass;
  readonly source: 'measured' | 'estimated' | 'benchmark' | 'illustrative' | 'default' | null;
  readonly note: string | null;
}

/** What a cost is charged on. `per` names the time the amount is stated over, where there is one. */
export type CostBasis =
  | { readonly on: 'period'; readonly per: Period }
  | { readonly on: 'seat'; readonly per: Period }
  | { readonly on: 'fte'; readonly per: Period }
  | { readonly on: 'paidHour' }
  /** Of one channel, or of all. */
  | { readonly on: 'contact'; readonly of?: 'phone' | 'chat' | 'email' }
  | { readonly on: 'minute' }
  | { readonly on: 'session' }
  | { readonly on: 'attempt' }
  | { readonly on: 'hire' }
  | { readonly on: 'once' };

/** An amount in currency units on its basis. `step` makes it a staircase: the amount is paid for every started `of` seats. */
export interface Cost {
  readonly amount: Leaf;
  readonly basis: CostBasis;
  readonly step: { readonly of: number; readonly unit: 'seats' } | null;
}

export interface HandleTime {
  readonly mean: Leaf;
  /** Part of the mean after the customer has left: no talk, no telephony. */
  readonly afterContactWork: Leaf;
  readonly cv: Leaf;
  readonly family: 'lognormal' | 'exponential' | 'gamma' | 'weibull' | 'erlang' | 'deterministic' | 'empirical';
  /** Phases of an Erlang-k, else null. */
  readonly shape: number | null;
  /** Values of an empirical law in seconds, else null. */
  readonly values: readonly number[] | null;
}

export interface Patience {
  readonly mean: Leaf;
  /** Share of those who find all agents busy and leave at once. */
  readonly balk: Leaf;
  readonly family: 'exponential' | 'weibull' | 'lognormal' | 'hyperexponential' | 'uniform' | 'deterministic';
  readonly shape: number | null;
}

export interface ContactType {
  readonly name: string;
  /** Contacts per the scenario's `period`, whichever the document names. */
  readonly volume: Leaf;
  /** What the number counts: offered to agents (default), handled by them, or needs. */
  readonly counted: 'offered' | 'handled' | 'needs';
  readonly variation: {
    /** cv of the day's busyness beyond Poisson. */
    readonly dayToDay: Leaf;
    /** Share of the day's variance that all contact types have in common. */
    readonly shared: Leaf;
    /** cv of an interval's own busyness beyond Poisson. */
    readonly withinDay: Leaf;
  };
  readonly channels: Readonly<Record<Channel, Leaf>>;
  readonly handleTime: Readonly<Record<Channel, HandleTime | null>>;
  readonly patience: Readonly<Record<Channel, Patience | null>>;
  readonly firstContactResolution: { readonly value: Leaf; readonly measured: 'surveyed' | 'noRepeat' };
  readonly repeat: { readonly share: Leaf; readonly after: Leaf; readonly handleTime: Leaf };
  readonly redial: { readonly share: Leaf; readonly after: Leaf };
  /** Correlation between the latent difficulty of a need and the failure of a machine to solve it. */
  readonly difficulty: { readonly selfService: Leaf; readonly containment: Leaf };
}

export interface Skill {
  readonly contactType: string;
  readonly level: number;
  readonly handleTime: Leaf;
}

export interface AgentGroup {
  readonly name: string;
  readonly skills: readonly Skill[];
  /** Channels on which it serves them. */
  readonly channels: readonly Channel[];
  /** Currency per paid hour. */
  readonly wage: Leaf;
  /** Fraction of the wage: payroll taxes and benefits. */
  readonly onCost: Leaf;
  /** Components by name; they compound: 1 - product(1 - component). */
  /** In the order in which they take their shares: of the paid time that those before leave, or of all of it. */
  readonly shrinkage: readonly { readonly name: string; readonly share: Leaf; readonly of: ShrinkageBase }[];
}

export interface ServiceLevelTarget {
  readonly atLeast: Leaf;
  readonly withinSeconds: Leaf;
  readonly rule:
    'answered / offered' | 'answered / answered' | 'answered / (offered - short abandoned)' | '(answered + short abandoned) / offered';
  readonly every: 'period' | 'week' | 'interval';
}

/** A floor on any other KPI. */
export interface Floor {
  readonly atLeast: Leaf | null;
  readonly atMost: Leaf | null;
  readonly every: 'period' | 'week' | 'interval';
}

export interface Targets {
  /** By live channel. */
  readonly serviceLevel: Readonly<Record<'phone' | 'chat', ServiceLevelTarget | null>>;
  readonly abandonment: Readonly<Record<'phone' | 'chat', Floor | null>>;
  readonly speedOfAnswer: Floor | null;
  readonly occupancy: Floor | null;
  /** Share answered within `respondWithin`, by deferred channel. */
  readonly deferred: Readonly<Record<'email' | 'social', Floor | null>>;
  readonly callbackPromise: Floor | null;
  readonly firstContactResolution: Floor | null;
  /** Wanted chance that quality holds. */
  readonly chance: number;
  /** What "no worse than the baseline" forgives a missed floor: fractions and seconds. */
  readonly tolerance: { readonly serviceLevel: number; readonly abandonment: number; readonly speedOfAnswerSeconds: number };
}

export interface Staffing {
  readonly plan: 'to target' | 'roster' | 'headcount';
  readonly response: 'locked' | 're-plan' | 'transition';
  /** cv per week and contact type of the planner's forecast. */
  readonly forecastError: Leaf;
  readonly scheduleEfficiency: Leaf;
  readonly maxOccupancy: Leaf;
  /** Agents on duty below which no open interval is planned. */
  readonly minimumAgents: number;
  /** Paid hours of one full-time agent in a week. */
  readonly hoursPerWeek: number;
  /** By group, agents per interval of the week, where the plan is a roster; null otherwise. */
  readonly roster: readonly { readonly group: string; readonly agents: readonly (readonly number[])[] }[] | null;
  /** By group, FTE, where the plan is a headcount; null otherwise. */
  readonly headcount: readonly { readonly group: string; readonly fte: Leaf }[] | null;
  readonly people: {
    /** Fraction of the headcount per year. */
    readonly attrition: Leaf;
    readonly hireLag: Leaf;
    readonly training: Leaf;
    readonly ramp: Leaf;
    readonly overtime: { readonly max: Leaf; readonly premium: Leaf };
    readonly severance: Leaf;
  };
}

/** Satisfied customers, as a curve that the user gives. */
export interface Satisfaction {
  /** Share of those who were answered at once, the first time, without a transfer. */
  readonly base: Leaf;
  /** Changes of that share. */
  readonly perMinuteWaited: Leaf;
  readonly perRepeat: Leaf;
  readonly perTransfer: Leaf;
  /** Share of those who were not served. */
  readonly abandoned: Leaf;
}

export interface Costs {
  readonly telephony: readonly Cost[];
  readonly technology: readonly Cost[];
  readonly softwareLicences: readonly Cost[];
  readonly officeSpace: readonly Cost[];
  readonly officeComputing: readonly Cost[];
  readonly chat: readonly Cost[];
  readonly management: { readonly oneFor: Leaf; readonly wage: Leaf; readonly onCost: Leaf } | null;
  readonly hiring: readonly Cost[];
  readonly taxes: readonly Cost[];
  readonly penalties: { readonly serviceLevelBelow: Leaf; readonly cost: Cost } | null;
  readonly miscellaneous: readonly Cost[];
}

export interface Levers {
  readonly ivr: {
    readonly time: Leaf;
    readonly costPerMinute: Cost;
    readonly platform: Cost;
    readonly hangUps: Leaf;
    readonly verification: { readonly offeredTo: Leaf; readonly success: Leaf; readonly saves: Leaf; readonly failureAdds: Leaf };
    readonly containment: readonly { readonly contactType: string; readonly share: Leaf }[];
    readonly unresponsiveCallers: { readonly share: Leaf; readonly screened: Leaf; readonly falseDrops: Leaf; readonly agentSeconds: Leaf };
  };
  readonly callback: {
    readonly offerWhen: 'wait' | 'queueLength';
    readonly offerWhenWaitExceeds: Leaf;
    readonly offerWhenQueueExceeds: Leaf;
    readonly accepts: Leaf;
    readonly keepsPlace: boolean;
    readonly reserveIdle: number;
    readonly attempts: number;
    readonly retryAfter: Leaf;
    readonly reached: Leaf;
    readonly dialSeconds: Leaf;
    readonly promise: Leaf;
    readonly costPerAttempt: Cost;
  };
  readonly routing: {
    readonly overflowAfter: readonly { readonly group: string; readonly after: Leaf }[];
    /** Which of several free agents of the lowest level takes a contact. */
    readonly freeAgent: 'longestIdle' | 'random';
    /** Agents of every group who can also serve what the other groups do. */
    readonly crossSkilled: { readonly share: Leaf; readonly handleTime: Leaf; readonly wage: Leaf };
    readonly misroute: Leaf;
    readonly transferAdds: Leaf;
  };
  readonly selfService: {
    readonly byContactType: readonly {
      readonly contactType: string;
      readonly tries: Leaf;
      readonly succeeds: Leaf;
      readonly failureAdds: Leaf;
      readonly returnsWithin72h: Leaf;
    }[];
    readonly costPerSession: Cost;
    readonly platform: Cost;
  };
  readonly software: { readonly handleTime: Leaf; readonly firstContactResolution: Leaf; readonly licence: Cost };
  readonly rootCause: readonly { readonly contactType: string; readonly volume: Leaf; readonly oneOff: Cost }[];
}

/** Consecutive minutes of the day in which new contacts are taken: [from, to), minutes from midnight. */
export interface OpenHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface CalendarEvent {
  readonly name: string | null;
  /** Civil dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly volume: Leaf;
  readonly handleTime: Leaf;
  /** Contact types it touches; null is all. */
  readonly contactTypes: readonly string[] | null;
}

export interface Calendar {
  readonly intervalMinutes: number;
  readonly weekStarts: Weekday;
  /** By weekday, Monday first; an empty list is a closed day. */
  readonly open: readonly (readonly OpenHours[])[];
  readonly closeGraceSeconds: number;
  readonly holidays: readonly string[];
  /** By weekday; relative. */
  readonly dayWeights: readonly number[];
  /** [weekday][interval of the day from midnight]; relative; zero where closed. */
  readonly dayShape: readonly (readonly number[])[];
  /** By week of the horizon; relative; null is flat. */
  readonly seasons: readonly number[] | null;
  readonly events: readonly CalendarEvent[];
}

/** A coupling between two ends (leaf classes or paths), as Spearman's rho. */
export interface Correlation {
  readonly ends: readonly [string, string];
  readonly rho: number;
}

export interface Scenario {
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly timeZone: string | null;
  /** What results are stated over, and volumes: those that name another period are restated when the document is read. */
  readonly period: Period;
  /** The denominator of the headline and of "cheaper". */
  readonly headline: 'need' | 'offered' | 'handled' | 'resolved';
  readonly horizon: { readonly start: string; readonly weeks: number };
  readonly calendar: Calendar;
  readonly contactTypes: readonly ContactType[];
  readonly channelSettings: {
    readonly phone: { readonly trunks: number | null };
    readonly chat: {
      readonly cap: number;
      readonly stretch: Leaf;
      readonly measuredAt: Leaf;
      readonly handleTimes: readonly number[] | null;
    };
    readonly email: { readonly respondWithin: Leaf; readonly clock: boolean };
    readonly social: { readonly respondWithin: Leaf; readonly clock: boolean };
  };
  readonly agents: readonly AgentGroup[];
  readonly staffing: Staffing;
  readonly targets: Targets;
  readonly quality: { readonly csat: Satisfaction | null };
  readonly costs: Costs;
  readonly levers: Levers;
  readonly investment: { readonly years: number; readonly discount: Leaf };
  readonly correlations: readonly Correlation[];
  /** Rank correlation of the leaves of one class with each other. */
  readonly withinClass: Readonly<Record<'volume' | 'handleTime' | 'wage' | 'shrinkage', number>>;
  /** One-off cost of this variant (zero in the baseline), and when its levers start and how long they take to reach full effect. */
  readonly oneOff: Cost | null;
  readonly starts: string | null;
  readonly rampSeconds: number | null;
  readonly replications: number;
  readonly seed: string;
}
