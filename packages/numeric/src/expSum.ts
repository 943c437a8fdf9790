import { exp2Table } from './tables/exp2Table.ts';
import { powersOfTwo } from './powersOfTwo.ts';

const table = exp2Table;
const scale = powersOfTwo;

/** 128 / ln 2 */
const PARTS_PER_UNIT = 184.6649652337873;
/** ln 2 / 128 on a grid of 2^-42, so that its product with any part number in use is exact, and the rest of it. */
const PART_HIGH = 0.0054152123482253955;
const PART_LOW = -1.0082281460997769e-13;
/** 1.5 * 2^52: adding it to a smaller number and taking it away rounds that number to an integer. */
const ROUND = 6755399441055744;

/**
 * factor e^(high + low) for any high, where low is at most about 2^-10 and carries what high could not, and factor is not far from 1: the
 * arithmetic of `exp`, over the whole range. The power of two comes last and in two halves, so that only its second half can overflow or
 * become subnormal.
 */
export function expSum(high: number, low: number, factor: number): number {
  if (!(high > -746 && high < 710)) return factor * (high < 0 ? 0 : high + Infinity);
  const parts = high * PARTS_PER_UNIT + ROUND - ROUND;
  const r = high - parts * PART_HIGH - (parts * PART_LOW - low);
  const part = parts | 0;
  const i = (part & 127) << 1;
  const head = table[i]!;
  const rest = table[i + 1]! + (r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
  const power = part >> 7;
  const half = power >> 1;
  return (head + head * rest) * factor * scale[half + 1074]! * scale[power - half + 1074]!;
}
