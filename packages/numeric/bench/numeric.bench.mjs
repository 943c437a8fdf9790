// Time of ours over Math's on the argument ranges the engine uses. Run `pnpm build` here first, then `node bench/numeric.bench.mjs`.
// Each pair runs in interleaved rounds with loops of their own source text, so that neither profits from the other's type feedback.
import * as numeric from '../dist/index.js';

const SIZE = 4096;
const PASSES = 50;
const ROUNDS = 41;

/** name: low and high end of each argument, all uniform */
const cases = {
  exp: [[[-10, 5]], [[-700, 600]]],
  expm1: [[[-5, 5]], [[-0.01, 0.01]]],
  log: [[[1e-6, 1]], [[0.5, 2]], [[1, 1e6]]],
  log1p: [[[-0.9, 3]], [[-0.01, 0.01]]],
  pow: [
    [
      [0.01, 100],
      [-5, 5],
    ],
    [
      [0.9, 1.1],
      [-100, 100],
    ],
  ],
};

let state = 1;
function uniform(low, high) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return low + ((high - low) * state) / 4294967296;
}

let serial = 0;
function loop(callee, arity) {
  const call = arity === 1 ? 'f(x[i])' : 'f(x[i], y[i])';
  const source = `/* ${serial++} */ let sum = 0; for (let p = 0; p < ${PASSES}; p++) for (let i = 0; i < ${SIZE}; i++) sum += ${call}; return sum;`;
  const parameters = ['x', 'y'];
  const inner = new Function('f', `return function (${parameters}) { ${source} }`);
  return inner(callee);
}

const sinks = [];
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

for (const [name, ranges] of Object.entries(cases)) {
  for (const range of ranges) {
    const x = Float64Array.from({ length: SIZE }, () => uniform(...range[0]));
    const y = Float64Array.from({ length: SIZE }, () => uniform(...(range[1] ?? range[0])));
    const ours = loop(numeric[name], range.length);
    const theirs = loop(Math[name], range.length);
    const times = [[], []];
    for (let round = -5; round < ROUNDS; round++) {
      for (const [which, run] of [ours, theirs].entries()) {
        const start = process.hrtime.bigint();
        sinks.push(run(x, y));
        if (round >= 0) times[which].push(Number(process.hrtime.bigint() - start) / (PASSES * SIZE));
      }
    }
    const [a, b] = times.map(median);
    const ratio = median(times[0].map((time, k) => time / times[1][k]));
    console.log(
      `${name.padEnd(6)} ${JSON.stringify(range).padEnd(24)} ours ${a.toFixed(1)} ns, Math ${b.toFixed(1)} ns, ratio ${ratio.toFixed(2)}`,
    );
  }
}
console.log(`(sink ${sinks.reduce((a, b) => a + b, 0)})`);
