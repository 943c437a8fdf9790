import * as numeric from '@percall/numeric';

/** The functions of numbers; what works in place is tested by the function whose bits it gives. */
export type Name = Exclude<keyof typeof numeric, 'normalInverseInPlace'>;

/**
 * A digest of each function over a fixed grid of arguments, for running in Node and in a page alike. The arguments themselves come from
 * exact operations only (a 32-bit congruential generator, products, powers of two), so that both sides ask the same questions.
 */
const POINTS = 100_000;

const words = new Uint32Array(2);
const double = new Float64Array(words.buffer);

/** Numerical Recipes' 32-bit congruential generator. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
}

/** Where most arguments lie: 3 in 4 uniform between these, the rest any double of the half-line given, special values among them. */
const ranges: Record<Name, readonly [low: number, high: number]> = {
  exp: [-720, 710],
  expm1: [-40, 40],
  log: [0, 10],
  log1p: [-1, 3],
  pow: [0, 10],
  erf: [-6, 6],
  erfc: [-6, 28],
  logGamma: [0, 200],
  normalCdf: [-39, 9],
  normalDensity: [-39, 39],
  normalInverse: [0, 1],
};
const names = Object.keys(ranges) as Name[];

/** FNV-1a over the bits of every result, low word first; NaN counts as one value, for its payload is the engine's own affair. */
export function digest(name: Name, change: (result: number, index: number) => number = (result) => result): string {
  const next = generator(20240229);
  const [low, high] = ranges[name];
  let hash = 0x811c9dc5;
  let twin = 0x01000193;
  const point = (index: number, low: number, high: number) => {
    if (index % 4) return low + (high - low) * (next() / 4294967296 + next() / 18446744073709551616);
    words[0] = next();
    words[1] = next();
    return double[0]!;
  };
  for (let i = 0; i < POINTS; i++) {
    const x = point(i, low, high);
    const result = name === 'pow' ? numeric.pow(x, point(i + 1, -50, 50)) : numeric[name](x);
    double[0] = change(result, i);
    if (double[0] !== double[0]) words.fill(0xffffffff);
    for (const word of words) {
      hash = Math.imul(hash ^ word, 0x01000193);
      hash ^= hash >>> 15;
      twin = Math.imul(twin + word, 0x85ebca6b);
      twin ^= twin >>> 13;
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0') + (twin >>> 0).toString(16).padStart(8, '0');
}

export function digests(): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, digest(name)]));
}
