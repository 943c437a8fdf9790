/**
 * Oracles that share nothing with the engine: the M/M/n+M queue with balking as a birth-death chain, state by state.
 * Time in mean handle times: service rate 1, arrival rate `load`, abandonment rate 1 / patience.
 */
export interface Chain {
  readonly load: number;
  readonly agents: number;
  readonly patience: number;
  readonly balk: number;
}

const birth = ({ load, agents, balk }: Chain, state: number): number => (state < agents ? load : load * (1 - balk));
const death = ({ agents, patience }: Chain, state: number): number => Math.min(state, agents) + Math.max(0, state - agents) / patience;

/** States beyond which no probability worth counting lies. */
export function statesOf(chain: Chain): number {
  const centre = chain.agents + Math.max(0, chain.load - chain.agents) * Math.max(1, chain.patience);
  return Math.ceil(chain.agents + centre + 40 * Math.sqrt(centre * (1 + chain.patience)) + 200);
}

/** Stationary distribution, normalised from its largest term: no overflow. */
export function stationary(chain: Chain): Float64Array {
  const states = statesOf(chain);
  const logs = new Float64Array(states);
  for (let state = 1; state < states; state++) logs[state] = logs[state - 1]! + Math.log(birth(chain, state - 1) / death(chain, state));
  const top = logs.reduce((a, b) => Math.max(a, b));
  const probabilities = logs.map((value) => Math.exp(value - top));
  const sum = probabilities.reduce((a, b) => a + b, 0);
  return probabilities.map((value) => value / sum);
}

/** What an arrival meets, given the distribution of the number in system it finds. `threshold` in handle times. */
export function meets(chain: Chain, found: Float64Array, threshold: number) {
  const { agents, patience, balk } = chain;
  const theta = 1 / patience;
  let allBusy = 0;
  let answered = 0;
  let answeredWithin = 0;
  let waitAnswered = 0;
  let waitAll = 0;
  let busyAgents = 0;
  let inSystem = 0;
  for (let state = 0; state < found.length; state++) {
    const probability = found[state]!;
    busyAgents += probability * Math.min(state, agents);
    inSystem += probability * state;
    if (state < agents) {
      answered += probability;
      answeredWithin += probability;
      continue;
    }
    allBusy += probability;
    if (agents === 0) {
      waitAll += probability * (1 - balk) * patience;
      continue;
    }
    // With q ahead, the contact passes q + 1 stages; stage k has rate agents + k theta, of which theta is its own patience.
    const ahead = state - agents;
    let chance = 1;
    let wait = 0;
    let waitOfAnswered = 0;
    for (let k = ahead + 1; k >= 1; k--) {
      const rate = agents + k * theta;
      wait += chance / rate;
      waitOfAnswered += 1 / rate;
      chance *= (rate - theta) / rate;
    }
    answered += probability * (1 - balk) * chance;
    waitAnswered += probability * (1 - balk) * chance * waitOfAnswered;
    waitAll += probability * (1 - balk) * wait;
    if (probability > 1e-13) answeredWithin += probability * (1 - balk) * answeredBy(agents, theta, ahead, threshold);
  }
  return { allBusy, abandoned: 1 - answered, answeredWithin, waitAnswered, waitAll, busyAgents, inSystem };
}

/**
 * P(answered within t) with `ahead` waiting in front: the wait without one's own patience is a sum of exponentials of rates
 * agents + k theta, k = 0..ahead (Beta law: e^(-theta W) is Beta(x, ahead + 1) with x = agents / theta), then patience must outlast it.
 * Integrated over the Beta density by Simpson's rule.
 */
function answeredBy(agents: number, theta: number, ahead: number, t: number): number {
  const x = agents / theta;
  const logNorm = logGamma(x + ahead + 1) - logGamma(x) - logGamma(ahead + 1);
  const from = Math.exp(-theta * t);
  const density = (u: number): number => {
    if (u <= 0) return 0;
    const tail = ahead === 0 ? 0 : ahead * Math.log1p(-Math.min(u, 1 - 1e-300));
    return u >= 1 && ahead > 0 ? 0 : u * Math.exp(logNorm + (x - 1) * Math.log(u) + tail);
  };
  const steps = 800;
  const h = (1 - from) / steps;
  let sum = density(from) + density(1);
  for (let i = 1; i < steps; i++) sum += density(from + i * h) * (i % 2 ? 4 : 2);
  return (sum * h) / 3;
}

/** Lanczos, for the oracle alone. */
function logGamma(z: number): number {
  const g = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
  const t = z + 6.5;
  let sum = g[0]!;
  for (let i = 1; i < 9; i++) sum += g[i]! / (z - 1 + i);
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Moves the distribution of the number in system on by `time` (handle times) under `chain`: uniformisation, to 1e-12. */
export function evolve(start: Float64Array, chain: Chain, time: number, each: (now: Float64Array, weight: number) => void): Float64Array {
  let rate = 0;
  for (let state = 0; state < start.length; state++) rate = Math.max(rate, birth(chain, state) + death(chain, state));
  const slices = Math.max(1, Math.ceil((rate * time) / 50));
  let now = start.slice();
  for (let slice = 0; slice < slices; slice++) {
    const mean = (rate * time) / slices;
    const average = new Float64Array(start.length);
    const next = new Float64Array(start.length);
    let power = now;
    let poisson = Math.exp(-mean);
    let tail = 1 - poisson;
    for (let jump = 0; jump < mean + 12 * Math.sqrt(mean) + 30; jump++) {
      for (let state = 0; state < start.length; state++) {
        next[state]! += poisson * power[state]!;
        // Time average over the slice: P(more than `jump` events) / mean.
        average[state]! += (tail / mean) * power[state]!;
      }
      const moved = new Float64Array(start.length);
      for (let state = 0; state < start.length; state++) {
        const p = power[state]!;
        if (p === 0) continue;
        const up = state + 1 < start.length ? birth(chain, state) / rate : 0;
        const down = death(chain, state) / rate;
        if (up > 0) moved[state + 1]! += p * up;
        if (down > 0) moved[state - 1]! += p * down;
        moved[state]! += p * (1 - up - down);
      }
      power = moved;
      poisson *= mean / (jump + 1);
      tail -= poisson;
    }
    each(average, time / slices);
    now = next;
  }
  return now;
}
