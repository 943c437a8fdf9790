import type { ContactOutcome, FloorUsed } from '@percall/core';
import { firstEn } from './firstWords.ts';

/** What the page says of the two floors that an answer comes from. Counts arrive as numbers, since nouns bend to them. */
export interface FloorWords {
  /** No answer is there yet; the exact floor has run so many futures for the first one. */
  readonly computingExact: (done: number, of: number) => string;
  /** More futures are to come. */
  readonly refining: (used: FloorUsed, done: number, of: number) => string;
  /** All futures are in on the instant floor, and the exact one is at work. */
  readonly correcting: (used: FloorUsed, done: number, of: number) => string;
  /** `headline`: the KPI inside a sentence; `moved` and `error` are null where it has no contacts. */
  readonly corrected: (parts: {
    readonly futures: number;
    readonly exact: string;
    readonly headline: string;
    readonly moved: { readonly value: string; readonly error: string } | null;
    readonly currency: string;
  }) => string;
  readonly exactAlone: (futures: number) => string;
  /** A sentence more, where counts of 100 futures may be so many off; of the instant floor alone by sampling, its distance from the exact one aside. */
  readonly countsOff: (futures: number, bySampling: boolean) => string;
  /** The exact floor would take too long. */
  readonly instantAlone: (futures: number) => string;
  readonly stopped: (used: FloorUsed, done: number, of: number) => string;
  /** Stopped before the exact floor was through. */
  readonly uncorrected: (futures: number) => string;
  /** Names the bar that fills as the exact floor gets on. */
  readonly progress: string;
}

/** What a cell of the heat map shows. */
export type HeatMeasure = 'missed' | 'load' | 'agents' | 'wait';

/** What the page says of a scenario by weekday and time of day. Figures arrive as text. */
export interface HeatWords {
  readonly title: string;
  /** Names the choice of what is shown. */
  readonly shows: string;
  readonly measure: Readonly<Record<HeatMeasure, string>>;
  readonly explain: Readonly<Record<HeatMeasure, string>>;
  /** What the figures are over, and which floor ran them. */
  readonly basis: (parts: { readonly scenario: string; readonly futures: number; readonly floor: 'erlang' | 'calls' }) => string;
  readonly target: (parts: { readonly atLeast: string; readonly within: string }) => string;
  readonly channel: string;
  readonly time: string;
  readonly when: (day: string, time: string) => string;
  /** A cell to a screen reader: when, and what is there. */
  readonly cell: (when: string, measure: string, value: string) => string;
  readonly closed: string;
  /** No contacts, so no value. */
  readonly noValue: string;
  readonly wait: (seconds: string) => string;
  readonly summary: (parts: {
    readonly measure: string;
    readonly most: { readonly when: string; readonly value: string };
    readonly least: { readonly when: string; readonly value: string };
  }) => string;
  readonly legend: string;
  /** The five steps of the colour scale, from the lowest. */
  readonly steps: Readonly<Record<HeatMeasure, readonly [string, string, string, string, string]>>;
  /** A step with its values. */
  readonly step: (name: string, from: string, to: string) => string;
  readonly hint: string;
  readonly computing: string;
  readonly noTarget: string;
  readonly nobodyWaits: string;
}

/** What the page says of one interval of one future, call by call. Figures arrive as text, counts as numbers. */
export interface ReplayWords {
  readonly title: (when: string) => string;
  readonly scope: (scenario: string, future: string) => string;
  readonly summary: (parts: {
    readonly calls: number;
    readonly waited: number;
    readonly longest: string;
    readonly abandoned: number;
  }) => string;
  readonly none: string;
  readonly computing: string;
  readonly play: string;
  readonly pause: string;
  readonly step: string;
  readonly toStart: string;
  readonly speed: string;
  readonly times: (factor: string) => string;
  readonly moment: string;
  readonly momentText: (parts: { readonly time: string; readonly waiting: number; readonly withAgents: number }) => string;
  readonly anotherFuture: string;
  readonly day: string;
  readonly close: string;
  readonly queue: string;
  readonly waiting: string;
  readonly withAgents: string;
  readonly answered: string;
  readonly abandoned: string;
  readonly table: string;
  readonly columns: Readonly<Record<'arrived' | 'contactType' | 'waited' | 'outcome' | 'group', string>>;
  readonly outcome: Readonly<Record<ContactOutcome, string>>;
}

/** What the page says of variants side by side. */
export interface CompareWords {
  readonly title: string;
  /** Names the choice of variants. */
  readonly pinned: string;
  readonly most: (count: number) => string;
  readonly sameCustomers: (futures: number) => string;
  readonly inputs: string;
  /** Nothing but how their rosters answer tells them apart. */
  readonly noChanges: string;
  readonly computing: string;
  readonly noVariants: string;
}

export interface DayWords {
  readonly floors: FloorWords;
  readonly heat: HeatWords;
  readonly replay: ReplayWords;
  readonly compare: CompareWords;
}

const number = new Intl.NumberFormat('en-u-nu-latn');

const counted = (count: number, one: string, many: string): string => `${number.format(count)} ${count === 1 ? one : many}`;

const futures = (count: number): string => counted(count, 'future', 'futures');

/** English. */
export const dayEn = {
  ...firstEn.page.day,

  heat: {
    title: 'Time of day',
    shows: 'Show',
    measure: { missed: 'Target missed', load: 'Load', agents: 'Agents', wait: 'Mean wait' },
    explain: {
      missed: 'How often the interval misses the service level target.',
      load: 'Offered load in erlangs: contacts that ask for an agent, times their mean handle time, over the length of the interval.',
      agents: 'Agents on duty who can take these contacts, in the mean.',
      wait: 'Mean wait of those who are answered.',
    },
    basis: ({ scenario, futures: count, floor }) =>
      `${scenario}, over all its days in ${futures(count)}, ${floor === 'calls' ? 'call by call' : 'on the instant floor'}.`,
    target: ({ atLeast, within }) => `The target: ${atLeast} answered within ${within}.`,
    channel: 'Channel',
    time: 'Time',
    when: (day, time) => `${day} ${time}`,
    cell: (when, measure, value) => `${when}, ${measure}: ${value}`,
    closed: 'closed',
    noValue: 'none',
    wait: (seconds) => `${seconds} s`,
    summary: ({ measure, most, least }) => `${measure}: most on ${most.when} (${most.value}), least on ${least.when} (${least.value}).`,
    legend: 'Colours',
    steps: {
      missed: ['hardly ever', 'seldom', 'at times', 'often', 'mostly'],
      load: ['least', 'low', 'middling', 'high', 'most'],
      agents: ['fewest', 'few', 'middling', 'many', 'most'],
      wait: ['shortest', 'short', 'middling', 'long', 'longest'],
    },
    step: (name, from, to) => `${name}, ${from} to ${to}`,
    hint: 'Arrow keys move from cell to cell; Enter shows the calls of that interval in one future.',
    computing: 'Computing by time of day',
    noTarget: 'This channel has no service level target to miss.',
    nobodyWaits: 'Nobody waits on a line here: every contact is answered later.',
  },
  replay: {
    title: (when) => `${when}, call by call`,
    scope: (scenario, future) => `${scenario}, future ${future}, on the exact floor.`,
    summary: ({ calls, waited, longest, abandoned }) =>
      `${counted(calls, 'contact', 'contacts')} in the interval: ${number.format(waited)} waited, the longest ${longest}; ${number.format(abandoned)} hung up.`,
    none: 'Nobody is there in this interval of this future.',
    computing: 'Running this future call by call',
    play: 'Play',
    pause: 'Pause',
    step: 'Next event',
    toStart: 'Back to the start',
    speed: 'Speed',
    times: (factor) => `${factor} times as fast`,
    moment: 'Moment',
    momentText: ({ time, waiting, withAgents }) => `${time}, ${number.format(waiting)} waiting, ${number.format(withAgents)} with agents`,
    anotherFuture: 'Another future',
    day: 'Day',
    close: 'Close the replay',
    queue: 'Contacts waiting',
    waiting: 'Waiting',
    withAgents: 'With agents',
    answered: 'Answered',
    abandoned: 'Hung up',
    table: 'The contacts as a table',
    columns: { arrived: 'Arrived', contactType: 'Contact type', waited: 'Waited', outcome: 'Outcome', group: 'Agents' },
    outcome: {
      none: 'not let in',
      inIvr: 'in the IVR',
      waiting: 'still waiting',
      served: 'still with an agent',
      untilRetry: 'to be called back again',
      handled: 'answered',
      abandoned: 'hung up',
      blocked: 'no line free',
      closedOut: 'closed before an answer',
      callbackLost: 'callback not reached',
      leftInIvr: 'left in the IVR',
    },
  },
  compare: {
    title: 'Compare',
    pinned: 'Pinned variants',
    most: (count) => `Up to ${number.format(count)} at a time.`,
    sameCustomers: (count) => `All columns live through the same ${futures(count)}: the same customers call, at the same moments.`,
    inputs: 'What differs',
    noChanges: 'No input differs from the baseline.',
    computing: 'Computing all variants',
    noVariants: 'There is no variant to compare yet.',
  },
} as const satisfies DayWords;
