import { exp, log, normalInverse } from '@percall/numeric';
import { purposeKey, purposes, startStream } from './keyedStream.ts';
import type { NameHash } from './nameHash.ts';
import { nextWord } from './sfc32.ts';
import { threefry4x32 } from './threefry.ts';
import { uniformOf } from './uniform.ts';

/** The keys of one purpose's Gamma draws: the slots' own words, and the streams of their retries. */
export interface GammaKeys {
  readonly slot: Int32Array;
  readonly retry: Int32Array;
}

export const gammaKeys = (seedKey: Int32Array, purpose: number): GammaKeys => ({
  slot: purposeKey(seedKey, purpose),
  retry: purposeKey(seedKey, purpose + purposes.retryOf),
});

const words = new Int32Array(4);
const stream = new Int32Array(4);

/** Below this a draw differs from 1 by less than a millionth, and 1 / cv^2 leaves the doubles' reach. */
const leastVariation = 1e-7;

/** The normal that a slot's draw begins with. */
export function gammaNormal({ slot: key }: GammaKeys, replication: number, slot: number, name: NameHash): number {
  threefry4x32(words, key, replication, slot >> 1, name[0], name[1]);
  return normalInverse(uniformOf(words[(slot & 1) << 1]!));
}

/**
 * Gamma draws with mean 1 and a coefficient of variation `cv` >= 0 (exactly 1 where cv is under 1e-7), one for each of `slots`, exact in law (of 32-bit
 * uniforms). Some 30 ns a slot.
 *
 * out[i] belongs to slot slots[i] of (replication, name): its normal and its uniform are words of that slot alone, two slots to a Threefry
 * block, so the draw moves smoothly with cv and no slot shifts another. A rejection continues in a stream of the slot's own. `lift` [slot's place] is added
 * to the normals: together they must be independent standard normals still.
 *
 * G. Marsaglia and W. W. Tsang (2000), A simple method for generating gamma variables, ACM TOMS 26(3): with shape a = 1 / cv^2, d = a - 1/3 and
 * v = (1 + x / sqrt(9 d))^3, d v is accepted where log u < x^2 / 2 + d - d v + d log v; below shape 1, Gamma(a) = Gamma(a + 1) U^(1 / a).
 */
export function fillGamma(
  out: Float64Array,
  slots: Int32Array,
  cv: number,
  keys: GammaKeys,
  replication: number,
  name: NameHash,
  lift: Float64Array | null = null,
): void {
  if (!(cv >= leastVariation)) {
    out.fill(1);
    return;
  }
  const shape = 1 / (cv * cv);
  const boosted = shape < 1;
  const d = (boosted ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const scale = d / shape;
  const [name0, name1] = name;
  let block = -1;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    if (slot >> 1 !== block) {
      block = slot >> 1;
      threefry4x32(words, keys.slot, replication, block, name0, name1);
    }
    const at = (slot & 1) << 1;
    const x = normalInverse(uniformOf(words[at]!)) + (lift === null ? 0 : lift[i]!);
    const root = 1 + c * x;
    const v = root * root * root;
    if (!boosted && root > 0 && accepts(x, v, d, uniformOf(words[at + 1]!))) out[i] = scale * v;
    else out[i] = scale * drawFurther(x, v, d, c, boosted ? cv * cv : 0, uniformOf(words[at + 1]!), keys.retry, replication, slot, name);
  }
}

function accepts(x: number, v: number, d: number, u: number): boolean {
  const x2 = x * x;
  return u < 1 - 0.0331 * x2 * x2 || log(u) < 0.5 * x2 + d * (1 - v + log(v));
}

/** The rare cases: shape below 1, which needs a third uniform, and rejections. `inverseShape` is 0 without the boost. */
function drawFurther(
  firstX: number,
  firstV: number,
  d: number,
  c: number,
  inverseShape: number,
  firstUniform: number,
  key: Int32Array,
  replication: number,
  slot: number,
  name: NameHash,
): number {
  startStream(stream, key, replication, slot, name[0], name[1]);
  const boost = inverseShape > 0 ? exp(log(uniformOf(nextWord(stream))) * inverseShape) : 1;
  let x = firstX;
  let v = firstV;
  let u = firstUniform;
  while (!(v > 0 && accepts(x, v, d, u))) {
    x = normalInverse(uniformOf(nextWord(stream)));
    u = uniformOf(nextWord(stream));
    const root = 1 + c * x;
    v = root * root * root;
  }
  return v * boost;
}
