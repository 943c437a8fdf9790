// Time of drawing durations, by law: nanoseconds a value and microseconds to make the law. Run `npm run build` first.
import { createDurationLaw } from '../packages/core/dist/random/durations/durationLaw.js';

const SIZE = 4096;
const ROUNDS = 41;

const specs = [
  { family: 'deterministic' },
  { family: 'exponential' },
  { family: 'lognormal', cv: 0.9 },
  { family: 'gamma', cv: 0.7 },
  { family: 'gamma', cv: 8 },
  { family: 'erlang', phases: 4 },
  { family: 'weibull', cv: 1.3 },
  { family: 'hyperexponential', cv: 1.5 },
  { family: 'empirical', values: Array.from({ length: 500 }, (_, i) => 60 + ((i * 7919) % 1000)) },
];

let state = 1;
const uniform = () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) + 0.5) / 4294967296;
const uniforms = Float64Array.from({ length: SIZE }, uniform);
const scores = Float64Array.from({ length: SIZE }, () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()));
const values = new Float64Array(SIZE);

/** Median of rounds of some 20 passes, in microseconds a pass. */
function time(pass) {
  const times = [];
  for (let round = -5; round < ROUNDS; round++) {
    const start = performance.now();
    for (let k = 0; k < 20; k++) pass();
    if (round >= 0) times.push((performance.now() - start) * 50);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1];
}

for (const spec of specs) {
  const law = createDurationLaw(spec);
  const fill = (start, how) =>
    (time(() => {
      values.set(start);
      law[how](values, 0, SIZE);
    }) *
      1000) /
    SIZE;
  const made = time(() => createDurationLaw(spec));
  const name = JSON.stringify(spec).slice(0, 44).padEnd(45);
  const [byScore, byUniform] = [fill(scores, 'fromScores'), fill(uniforms, 'fromUniforms')];
  console.log(`${name} from scores ${byScore.toFixed(1)} ns, from uniforms ${byUniform.toFixed(1)} ns, to make ${made.toFixed(1)} us`);
}
