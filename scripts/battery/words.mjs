// Writes 32-bit words of one arrangement of the engine's random numbers to standard output, for dieharder to read, until the reader has enough:
//   node scripts/battery/words.mjs long "any seed" | dieharder -a -g 200
// Arrangements: see docs/background/random.md. Run `npm run build` first.
import { createCipheriv } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { nameHash } from '../../packages/core/dist/random/nameHash.js';
import { purposeKey, purposes, startStream } from '../../packages/core/dist/random/keyedStream.js';
import { seedKey } from '../../packages/core/dist/random/seed.js';
import { nextWord } from '../../packages/core/dist/random/sfc32.js';
import { threefry4x32 } from '../../packages/core/dist/random/threefry.js';
import { uniformOf } from '../../packages/core/dist/random/uniform.js';

const seedrandom = createRequire(new URL('../../packages/core/package.json', import.meta.url))('seedrandom');

const PURPOSES = 16;
/** Half-hours of an open week. */
const SLOTS = 150;
const LAYERS = 2;

/** Each returns a function that fills a block of words and goes on where it left off. */
const arrangements = {
  /** One stream from its start on. */
  long(key) {
    const state = new Int32Array(4);
    startStream(state, purposeKey(key, purposes.needs), 0, 0, 0, 0);
    return (words) => {
      for (let i = 0; i < words.length; i++) words[i] = nextWord(state);
    };
  },

  /** The first 8 words of a stream, then of the next: 16 purposes of a replication, replication by replication. */
  short: (key) =>
    shortStreams(
      Array.from({ length: PURPOSES }, (_, purpose) => purposeKey(key, purpose + 1)),
      startStream,
    ),

  /** 256 streams, a word of each in turn. */
  turns(key) {
    const state = new Int32Array(4);
    const streams = new Int32Array(4 * 256);
    for (let k = 0; k < 256; k++) {
      startStream(state, purposeKey(key, purposes.needs), k, 0, 0, 0);
      streams.set(state, 4 * k);
    }
    const states = Array.from({ length: 256 }, (_, k) => streams.subarray(4 * k, 4 * k + 4));
    return (words) => {
      for (let i = 0; i < words.length; i++) words[i] = nextWord(states[i & 255]);
    };
  },

  /**
   * Threefry's words themselves in the order in which the exact floor asks for them: two contact types' customers, 28 a layer in the mean, by
   * (replication, slot, layer, index) with the type's name in the key; then five blocks of decisions of each, by (customer, replication,
   * attempt, block), the customer being a word of the first.
   */
  counter(key) {
    const needs = purposeKey(key, purposes.needs);
    const decisions = purposeKey(key, purposes.customers);
    const types = ['billing', 'technical'].map((name) => {
      const [first, second] = nameHash(name);
      return Int32Array.of(needs[0] + first, needs[1] + second, needs[2], needs[3]);
    });
    const block = new Int32Array(4);
    const customers = [];
    function* inTurn() {
      for (let replication = 0; ; replication++)
        for (let slot = 0; slot < SLOTS; slot++)
          for (const type of types)
            for (let layer = 1; layer <= LAYERS; layer++) {
              customers.length = 0;
              for (let at = 0, index = 0; at < 28; index++) {
                threefry4x32(block, type, replication, slot, layer, index);
                at -= Math.log(uniformOf(block[0]));
                customers.push(block[2]);
                yield;
              }
              for (const customer of customers)
                for (let number = 0; number < 5; number++) {
                  threefry4x32(block, decisions, customer, replication, 0, number);
                  yield;
                }
            }
    }
    const turns = inTurn();
    return (words) => {
      for (let i = 0; i < words.length; i += 4) {
        turns.next();
        words.set(block, i);
      }
    };
  },

  /** Nothing of ours: AES-128 in counter mode, to see what the tests say of words beyond suspicion. */
  aes(key) {
    const cipher = createCipheriv('aes-128-ctr', new Uint8Array(key.buffer), new Uint8Array(16));
    return (words) => {
      new Uint8Array(words.buffer).set(cipher.update(new Uint8Array(words.byteLength)));
    };
  },

  /** Made to fail: as `short`, but the counter is the state, and no draw is thrown away. */
  naive: () =>
    shortStreams(
      Array.from({ length: PURPOSES }, (_, purpose) => purpose + 1),
      (state, purpose, replication) => state.set([replication, purpose, 0, 1]),
    ),

  /** Made to fail: as `short`, but seedrandom's xor128 with the number of the stream as its seed. */
  xor128() {
    let stream = 0;
    return (words) => {
      for (let i = 0; i < words.length; i += 8) {
        const generator = seedrandom.xor128(stream++);
        for (let k = 0; k < 8; k++) words[i + k] = generator.int32();
      }
    };
  },
};

function shortStreams(keys, start) {
  const state = new Int32Array(4);
  let replication = 0;
  let purpose = 0;
  return (words) => {
    for (let i = 0; i < words.length; i += 8) {
      start(state, keys[purpose], replication, 0, 0, 0);
      for (let k = 0; k < 8; k++) words[i + k] = nextWord(state);
      if (++purpose < keys.length) continue;
      purpose = 0;
      replication++;
    }
  };
}

const [name, seed = 'battery'] = process.argv.slice(2);
if (!Object.hasOwn(arrangements, name)) {
  console.error(`Arrangements: ${Object.keys(arrangements).join(', ')}`);
  process.exit(2);
}
// The reader closes the pipe when it has enough.
process.stdout.on('error', () => process.exit(0));
const fill = arrangements[name](seedKey(seed));
for (;;) {
  // A block of its own each time: the last one may still be on its way.
  const words = new Int32Array(1 << 14);
  fill(words);
  if (!process.stdout.write(new Uint8Array(words.buffer))) await once(process.stdout, 'drain');
}
