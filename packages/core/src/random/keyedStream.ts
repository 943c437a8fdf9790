import { nextWord } from './sfc32.ts';
import { threefry4x32 } from './threefry.ts';

/**
 * What a draw is for. Each purpose has its own key, so that draws of one purpose never shift or repeat those of another. Numbers are
 * part of the results: they are never changed and never used again.
 */
export const purposes = {
  leaf: 1,
  scramble: 2,
  commonDay: 3,
  ownDay: 4,
  withinDay: 5,
  forecast: 6,
  rounding: 7,
  needs: 8,
  customers: 9,
  hypercube: 10,
  /** Added to a purpose: the retries of its rejected draws, and the extra draw of a Gamma with cv above 1. */
  retryOf: 256,
} as const;

/** The key of one purpose under a study's key: the last word moved by the purpose's number. */
export function purposeKey(seedKey: Int32Array, purpose: number): Int32Array {
  return Int32Array.of(seedKey[0]!, seedKey[1]!, seedKey[2]!, seedKey[3]! + Math.imul(purpose, 0x9e3779b1));
}

/**
 * Starts the stream with this key and counter: Threefry of the counter is the sfc32 state, and four draws are thrown away so that every
 * word has met every other. Streams of different counters are independent; `state` is reused, so that a stream costs no allocation.
 */
export function startStream(state: Int32Array, key: Int32Array, c0: number, c1: number, c2: number, c3: number): void {
  threefry4x32(state, key, c0, c1, c2, c3);
  for (let i = 0; i < 4; i++) nextWord(state);
}
