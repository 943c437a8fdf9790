import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purposeKey, purposes, startStream } from '../../src/random/keyedStream.ts';
import { nameHash } from '../../src/random/nameHash.ts';
import { seedKey } from '../../src/random/seed.ts';
import { nextWord } from '../../src/random/sfc32.ts';
import { threefry4x32 } from '../../src/random/threefry.ts';
import { fineUniformOf, uniformOf } from '../../src/random/uniform.ts';

const words = (hex: string): number[] => hex.split(' ').map((word) => parseInt(word, 16) | 0);

describe('Threefry4x32', () => {
  /**
   * Random123's examples/kat_vectors (D. E. Shaw Research) have 13 rounds: counter, key, result. The thirteenth is the one published mix
   * below, whose rotations are those of the fifth (R_4 = 6, 20 of Salmon et al. 2011, table 2 of the library's threefry.h), on our 12.
   */
  const vectors = [
    ['00000000 00000000 00000000 00000000', '00000000 00000000 00000000 00000000', '531c7e4f 39491ee5 2c855a92 3d6abf9a'],
    ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff ffffffff ffffffff', 'c4189358 1c9cc83a d5881c67 6a0a89e0'],
    ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0 082efa98 ec4e6c89', '4aa71d8f 734738c2 431fc6a8 ae6debf1'],
  ] as const;

  const thirteenth = (x: Int32Array): number[] => {
    const x0 = (x[0]! + x[1]!) | 0;
    const x2 = (x[2]! + x[3]!) | 0;
    return [x0, ((x[1]! << 6) | (x[1]! >>> 26)) ^ x0, x2, ((x[3]! << 20) | (x[3]! >>> 12)) ^ x2];
  };

  it.each(vectors)('known answer of counter %s, key %s', (counter, key, result) => {
    const out = new Int32Array(4);
    const [c0, c1, c2, c3] = words(counter) as [number, number, number, number];
    threefry4x32(out, Int32Array.from(words(key)), c0, c1, c2, c3);
    expect(thirteenth(out)).toEqual(words(result));
    // Without the last mix it is another value.
    expect([...out]).not.toEqual(words(result));
  });
});

describe('sfc32', () => {
  /** PractRand's `RNG_output sfc32 32 SEED`: a = 0, b and c the seed's halves, counter 1, 12 draws thrown away. */
  const outputs = [
    [0, 0, '514676c3 08a809df 30349d2b fb52c520 38802be1 948279e6 ec4bf1d9 7cb0a909'],
    [0x60a847b1, 0x11608435, 'f9ea2944 b8de4818 da3f8ef3 dfe59c72 da840bc6 93eb481b 80ff0e2d 47a441a1'],
    [0x07f04ebf, 0, '7a00facc 5a97b427 b5e3cb93 68fcdf1f f07040c9 9aad485b bfba12d8 d953c25b'],
  ] as const;
  it.each(outputs)("PractRand's words for seed %i %i", (low, high, expected) => {
    const state = Int32Array.of(0, low, high, 1);
    for (let i = 0; i < 12; i++) nextWord(state);
    expect(Array.from({ length: 8 }, () => nextWord(state))).toEqual(words(expected));
  });
});

describe('uniforms', () => {
  it('never reach 0 or 1', () => {
    for (const word of [0, 1, 0x7fffffff, 0x80000000 | 0, -1]) {
      expect(uniformOf(word)).toBeGreaterThan(0);
      expect(uniformOf(word)).toBeLessThan(1);
      expect(fineUniformOf(word, word)).toBeGreaterThan(0);
      expect(fineUniformOf(word, word)).toBeLessThan(1);
    }
    // The middle of the last of 2^53 cells would be 1.
    expect((9007199254740991 + 0.5) * 2 ** -53).toBe(1);
  });

  it('of consecutive counters are even and uncorrelated (fixed key)', () => {
    const key = purposeKey(seedKey('evenness'), purposes.needs);
    const out = new Int32Array(4);
    const n = 1 << 16;
    const cells = new Float64Array(256);
    let lagged = 0;
    let previous = 0;
    for (let i = 0; i < n; i++) {
      threefry4x32(out, key, i, 0, 0, 0);
      const u = uniformOf(out[0]!);
      cells[Math.floor(256 * u)]! += 1;
      lagged += (u - 0.5) * (previous - 0.5);
      previous = u;
    }
    // Chi-square with 255 degrees of freedom: mean 255, sd sqrt(510); five sd.
    const chi = (counts: Float64Array): number => counts.reduce((sum, count) => sum + (count - n / 256) ** 2 / (n / 256), 0);
    expect(Math.abs(chi(cells) - 255)).toBeLessThan(5 * Math.sqrt(510));
    // Each product has variance 1 / 144.
    expect(Math.abs(lagged)).toBeLessThan((5 * Math.sqrt(n)) / 12);
    // A twin with 5% more in every second cell must fail.
    expect(Math.abs(chi(cells.map((count, i) => count * (i % 2 === 0 ? 1.05 : 0.95))) - 255)).toBeGreaterThan(5 * Math.sqrt(510));
  });
});

describe('keys', () => {
  it('names, purposes, seeds and counters each change the draws', () => {
    const draws = new Set<string>();
    let made = 0;
    for (const seed of ['a', 'b', 'spring-plan', '']) {
      for (const purpose of [purposes.leaf, purposes.ownDay, purposes.ownDay + purposes.retryOf]) {
        const key = purposeKey(seedKey(seed), purpose);
        for (const name of ['', 'billing', 'billing ', 'technical', 'a'.repeat(8), 'a'.repeat(9), 'a'.repeat(16)]) {
          for (const replication of [0, 1, 2]) {
            const state = new Int32Array(4);
            startStream(state, key, replication, 0, ...nameHash(name));
            draws.add([...state].join());
            made += 1;
          }
        }
      }
    }
    expect(draws.size).toBe(made);
  });

  it('different names never share a hash (fixed fast-check seed)', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(nameHash(a).join() === nameHash(b).join()).toBe(a === b);
      }),
      { seed: 20260105, numRuns: 2000 },
    );
  });

  it('nor does a name and the same name padded', () => {
    const hashes = ['', '\0', '\0\0', 'a', 'a\0', 'a'.repeat(8), `${'a'.repeat(8)}\0`].map((name) => nameHash(name).join());
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('the seed gives all 128 bits: no two of 200 seeds share a word', () => {
    const seen = new Set<number>();
    for (let i = 0; i < 200; i++) for (const word of seedKey(`seed ${i}`)) seen.add(word);
    // 800 words of 32 bits collide with a chance of 7e-5.
    expect(seen.size).toBe(800);
  });
});
