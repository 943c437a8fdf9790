/** 2^-32 and 2^-52 */
const TWO_POW_MINUS_32 = 2.3283064365386963e-10;
const TWO_POW_MINUS_52 = 2.220446049250313e-16;

/** A uniform in (0, 1) from one 32-bit word: the middle of its cell of width 2^-32, so neither 0 nor 1. */
export const uniformOf = (word: number): number => ((word >>> 0) + 0.5) * TWO_POW_MINUS_32;

/**
 * A uniform in (0, 1) from two words: the middle of a cell of width 2^-52. With 53 bits the middle of the last cell would round to 1.
 */
export const fineUniformOf = (high: number, low: number): number => ((high >>> 6) * 67108864 + (low >>> 6) + 0.5) * TWO_POW_MINUS_52;
