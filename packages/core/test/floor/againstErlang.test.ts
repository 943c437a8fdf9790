import { evaluate } from '@percall/erlang';
import { describe, expect, it } from 'vitest';
import { evaluateService, queueFieldCount, queueFields } from '../../src/floor/erlang/intervalQueue.ts';

const ahtSeconds = 300;
const thresholdSeconds = 20;

/** Largest absolute difference of the probabilities, and of the occupancy, between the floor's kernel and the exact library. */
function distance(load: number, agents: number, patienceSeconds: number, balkFraction: number, serviceRate = 1): number {
  const exact = evaluate({
    callsPerHour: (load * 3600) / ahtSeconds,
    ahtSeconds: ahtSeconds / serviceRate,
    agents,
    patience: { family: 'exponential', meanSeconds: patienceSeconds },
    balkFraction,
    thresholdSeconds,
  });
  if (!exact.ok) throw new Error(JSON.stringify(exact.problem));
  const out = new Float64Array(queueFieldCount);
  evaluateService(out, load, agents, patienceSeconds / ahtSeconds, balkFraction, thresholdSeconds / ahtSeconds);
  const { performance } = exact;
  return Math.max(
    Math.abs(out[queueFields.abandoned]! - performance.abandonedFraction),
    Math.abs(out[queueFields.allBusy]! - performance.allBusyFraction),
    Math.abs(out[queueFields.answeredWithin]! - performance.serviceLevel['answered / offered']),
    Math.abs(out[queueFields.busyAgents]! / agents - performance.occupancyFraction),
  );
}

const cases = [0.1, 0.5, 3, 12, 40, 150, 600, 2500, 10_000, 100_000].flatMap((load) =>
  [-3, -1, 0, 1, 3].flatMap((lean) =>
    [60, 180, 1200].map(
      (patience) => [load, Math.max(1, Math.round(load + lean * Math.sqrt(load))), patience, load > 100 ? 0.02 : 0] as const,
    ),
  ),
);

describe("the floor's kernel against the exact library, which shares no code with it", () => {
  it('from 0.1 to 100,000 erlangs, under and over load: within 2e-6', () => {
    const worst = cases.map((one) => ({ one, distance: distance(...one) })).sort((a, b) => b.distance - a.distance)[0]!;
    expect(worst.distance, worst.one.join(' ')).toBeLessThan(2e-6);
  });

  it('twin: a service rate off by 2% is seen in every centre', () => {
    expect(cases.filter((one) => distance(...one, 1.02) < 2e-6)).toEqual([]);
  });
});
