import { threefry4x32 } from './threefry.ts';

/** Two 32-bit words that stand for a name in a counter. */
export type NameHash = readonly [number, number];

/**
 * A 64-bit hash of a name (a contact type, a group, a path), so that its draws depend on what it is called and not on how many others there
 * are. Threefry in Davies-Meyer mode over the UTF-16 units, two to a word, four words to a block, with the length as the last block. Names
 * that collide would share their draws: among a thousand names the chance is 3e-14.
 */
export function nameHash(name: string): NameHash {
  const state = new Int32Array(4);
  const key = new Int32Array(4);
  const block = new Int32Array(4);
  const absorb = (): void => {
    key.set(block);
    const [s0, s1, s2, s3] = [state[0]!, state[1]!, state[2]!, state[3]!];
    threefry4x32(state, key, s0, s1, s2, s3);
    state[0]! ^= s0;
    state[1]! ^= s1;
    state[2]! ^= s2;
    state[3]! ^= s3;
    block.fill(0);
  };
  for (let i = 0; i < name.length; i++) {
    block[(i >> 1) & 3]! |= name.charCodeAt(i) << ((i & 1) << 4);
    if ((i & 7) === 7) absorb();
  }
  if ((name.length & 7) !== 0) absorb();
  block[0] = name.length;
  absorb();
  return [state[0]!, state[1]!];
}
