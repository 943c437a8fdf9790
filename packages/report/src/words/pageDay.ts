import type { FloorUsed } from '@percall/core';

/** What the page says of the two floors that an answer comes from. Counts arrive as numbers, since nouns bend to them. */
export interface FloorWords {
  /** No answer is there yet; the exact floor has run so many futures for the first one. */
  readonly computingExact: (done: number, of: number) => string;
  /** More futures are to come. */
  readonly refining: (used: FloorUsed, done: number, of: number) => string;
  /** All futures are in on the instant floor, and the exact one is at work. */
  readonly correcting: (done: number, of: number) => string;
  /** `headline`: the KPI inside a sentence; `moved` and `error` are null where it has no contacts. */
  readonly corrected: (parts: {
    readonly futures: number;
    readonly exact: string;
    readonly headline: string;
    readonly moved: { readonly value: string; readonly error: string } | null;
    readonly currency: string;
  }) => string;
  readonly exactAlone: (futures: number) => string;
  /** The exact floor would take too long. */
  readonly instantAlone: (futures: number) => string;
  readonly stopped: (used: FloorUsed, done: number, of: number) => string;
  /** Stopped before the exact floor was through. */
  readonly uncorrected: (futures: number) => string;
  /** Names the bar that fills as the exact floor gets on. */
  readonly progress: string;
}

export interface DayWords {
  readonly floors: FloorWords;
}

const number = new Intl.NumberFormat('en-u-nu-latn');

const futures = (count: number): string => `${number.format(count)} ${count === 1 ? 'future' : 'futures'}`;

const onFloor: Readonly<Record<FloorUsed, string>> = { erlang: 'Instant floor', calls: 'Call by call', both: 'Both floors' };

/** English. */
export const dayEn = {
  floors: {
    computingExact: (done, of) => `Computing call by call: ${number.format(done)} of ${futures(of)}`,
    refining: (used, done, of) => `${onFloor[used]}: ${number.format(done)} of ${futures(of)}`,
    correcting: (done, of) => `Instant floor. Refining call by call: ${number.format(done)} of ${futures(of)}`,
    corrected: ({ futures: all, exact, headline, moved, currency }) =>
      `${futures(all)}, corrected by the exact floor, call by call in ${exact} of them${
        moved === null ? '.' : `: it moves the ${headline} by ${moved.value} ± ${moved.error} ${currency}.`
      }`,
    exactAlone: (all) => `${futures(all)}, every one of them call by call.`,
    instantAlone: (all) => `${futures(all)} on the instant floor. Call by call would take too long here, so nothing corrects it.`,
    stopped: (used, done, of) => `${onFloor[used]}, stopped: ${number.format(done)} of ${futures(of)}`,
    uncorrected: (all) => `Instant floor, ${futures(all)}. Stopped before the exact floor corrected it.`,
    progress: 'Futures run call by call',
  },
} as const satisfies DayWords;
