/** Bits behind the point of the whole numbers that stand for fractions here: enough for a double and what it leaves out, with 50 to spare. */
export const bits = 160n;
export const one = 1n << bits;

/** The double nearest to a fraction in fixed point; ties go to the even one. */
export const nearest = (fraction: bigint): number => Number(fraction) / Number(one);

/** A double in [2^-52, 2) in fixed point: exact. */
export const fixed = (value: number): bigint => BigInt(value * 4_503_599_627_370_496) << (bits - 52n);
