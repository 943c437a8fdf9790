import { interpret, type Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { centralWorld } from '../../src/index.ts';
import { createFrontDoor, openFrontDoor, type FrontDoor } from '../../src/frontDoor/frontDoor.ts';
import { normalQuadrature } from '../../src/frontDoor/gaussHermite.ts';
import { asTyped, compileModel } from '../../src/model/compileModel.ts';
import type { Inversion } from '../../src/index.ts';
import { documentWith } from '../support/document.ts';

const path = 'contactTypes.service';

interface Machines {
  readonly cv?: number;
  readonly tries?: number;
  readonly succeeds?: number;
  readonly rhoSelfService?: number;
  readonly containment?: number;
  readonly rhoContainment?: number;
  readonly returns?: number;
  readonly failureAdds?: number;
  readonly verification?: Readonly<Record<string, Json>>;
  readonly hangUps?: number;
}

function doorOf(machines: Machines, inversion: Partial<Inversion> = {}): FrontDoor {
  const document = documentWith(
    {
      [`${path}.handleTime.phone`]: { mean: '300 s', cv: machines.cv ?? 1 },
      [`${path}.difficulty`]: { selfService: machines.rhoSelfService ?? 0, containment: machines.rhoContainment ?? 0 },
    },
    {
      levers: {
        ivr: {
          hangUps: machines.hangUps ?? 0,
          containment: { service: machines.containment ?? 0 },
          ...(machines.verification ? { verification: machines.verification } : {}),
        },
        selfService: {
          service: {
            tries: machines.tries ?? 0,
            succeeds: machines.succeeds ?? 0,
            failureAdds: `${machines.failureAdds ?? 0} s`,
            returnsWithin72h: machines.returns ?? 0,
          },
        },
      },
    },
  );
  const model = compileModel('x', interpret(document).scenarios[0]!.scenario, { ...asTyped(1), ...inversion });
  const door = createFrontDoor();
  openFrontDoor(door, model, 0, centralWorld(model).leaves);
  return door;
}

/** Phi by Simpson's rule: the test's own. */
function phi(x: number): number {
  const steps = 2000;
  const from = -12;
  const h = (x - from) / steps;
  const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  let sum = density(from) + density(x);
  for (let i = 1; i < steps; i++) sum += density(from + i * h) * (i % 2 ? 4 : 2);
  return (sum * h) / 3;
}

describe('normal quadrature', () => {
  it.each([5, 32])('%i nodes: moments of the normal up to degree 8, and weights that sum to 1', (n) => {
    const { nodes, weights } = normalQuadrature(n);
    const moment = (k: number): number => nodes.reduce((sum, z, i) => sum + weights[i]! * z ** k, 0);
    expect(nodes).toHaveLength(n);
    [1, 0, 1, 0, 3, 0, 15, 0, 105].forEach((expected, k) => expect(moment(k)).toBeCloseTo(expected, 9));
  });
});

describe('the handle time of what remains', () => {
  /**
   * One filter leaves a truncated lognormal. With success where rho Z + sqrt(1 - rho^2) e <= c and handle time m exp(sigma Z - sigma^2/2),
   * tilting by the handle time shifts Z by sigma: E[h; failure] = m (1 - Phi(c - rho sigma)), so the mean is m (1 - Phi(c - rho sigma)) / (1 - p).
   */
  const closedForm = (p: number, c: number, rho: number, cv: number): number => {
    const sigma = Math.sqrt(Math.log(1 + cv * cv));
    return (300 * (1 - phi(c - rho * sigma))) / (1 - p);
  };
  // Phi^-1 of the shares, from tables.
  const cuts: readonly [number, number][] = [
    [0.2, -0.8416212335729143],
    [0.5, 0],
    [0.7, 0.5244005127080407],
  ];

  for (const [share, cut] of cuts)
    for (const rho of [0.3, 0.6, 0.9])
      for (const cv of [0.5, 1, 2])
        it(`containment ${share}, rho ${rho}, cv ${cv}: the truncated lognormal's mean`, () => {
          const door = doorOf({ containment: share, rhoContainment: rho, cv });
          expect(door.contained).toBeCloseTo(share, 6);
          expect(door.handleSeconds / closedForm(share, cut, rho, cv)).toBeCloseTo(1, 5);
        });

  it('twin: a correlation ignored gives the handle time of all needs, and misses', () => {
    const door = doorOf({ containment: 0.5, rhoContainment: 0, cv: 1 });
    expect(door.handleSeconds).toBeCloseTo(300, 7);
    expect(Math.abs(door.handleSeconds / closedForm(0.5, 0, 0.6, 1) - 1)).toBeGreaterThan(0.2);
  });

  it('two filters: containment acts on what self-service leaves (Simpson over the difficulty)', () => {
    const machines = { tries: 0.4, succeeds: 0.6, rhoSelfService: 0.7, containment: 0.3, rhoContainment: 0.5, cv: 1.2 } as const;
    const inversion = { selfServiceTries: Float64Array.of(0.4), selfServiceSucceeds: Float64Array.of(0.6) };
    const door = doorOf(machines, inversion);
    // Containment is typed among those who reach the IVR: found again by the test's own bisection on a fine grid.
    const sigma = Math.sqrt(Math.log(1 + 1.2 ** 2));
    const grid = Array.from({ length: 801 }, (_, i) => -8 + i * 0.02);
    const weight = grid.map(
      (z, i) => ((i === 0 || i === 800 ? 1 : i % 2 ? 4 : 2) * 0.02 * Math.exp(-0.5 * z * z)) / 3 / Math.sqrt(2 * Math.PI),
    );
    const own = (rho: number): number => Math.sqrt(1 - rho * rho);
    const goesOn = grid.map((z) => 1 - 0.4 * phi((0.2533471031357997 - 0.7 * z) / own(0.7)));
    const total = (values: readonly number[]): number => values.reduce((sum, value, i) => sum + value * weight[i]!, 0);
    const contained = (cut: number): number[] => grid.map((z) => phi((cut - 0.5 * z) / own(0.5)));
    let [low, high] = [-4, 4];
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2;
      const inside = contained(middle);
      if (total(inside.map((value, i) => value * goesOn[i]!)) < 0.3 * total(goesOn)) low = middle;
      else high = middle;
    }
    const passes = contained(low).map((value, i) => (1 - value) * goesOn[i]!);
    const work = grid.map((z) => 300 * Math.exp(sigma * z - (sigma * sigma) / 2));
    expect(door.ivrEntered).toBeCloseTo(total(goesOn), 7);
    expect(door.contained / door.ivrEntered).toBeCloseTo(0.3, 7);
    expect(door.handleSeconds / (total(passes.map((value, i) => value * work[i]!)) / total(passes))).toBeCloseTo(1, 6);
  });
});

describe('rates chain, they do not add', () => {
  it('self-service, containment and hang-ups in the order a customer meets them', () => {
    const door = doorOf({ tries: 0.5, succeeds: 0.4, containment: 0.25, hangUps: 0.1, returns: 0.15, failureAdds: 40 });
    // 1 - 0.5 x 0.4 = 0.8 reach the IVR; 0.25 of them are contained; 0.1 of the rest hang up.
    expect(door.selfServiceSolved).toBeCloseTo(0.2, 9);
    expect(door.selfServiceReturned).toBeCloseTo(0.03, 9);
    expect(door.ivrEntered).toBeCloseTo(0.8, 9);
    expect(door.contained).toBeCloseTo(0.2, 9);
    expect(door.ivrHungUp).toBeCloseTo(0.06, 9);
    expect(door.offered).toBeCloseTo(0.54, 9);
    // Of those who go on, 0.5 x 0.6 / 0.8 have failed a session: 40 s x 0.375.
    expect(door.handleSeconds).toBeCloseTo(300 + 15, 6);
  });

  it('verification saves where it works and costs where it fails', () => {
    const verification = { offeredTo: '68%', success: '62%', saves: '42 s', failureAdds: '10 s' };
    // 0.68 x (0.62 x 42 - 0.38 x 10) = 15.1232
    expect(doorOf({ verification }).handleSeconds).toBeCloseTo(300 - 15.1232, 6);
    expect(doorOf({ verification }).repeatHandleSeconds).toBeCloseTo(300 - 15.1232, 6);
  });

  it('deflecting 20% saves 20% of the work only where success does not depend on difficulty', () => {
    const work = (door: FrontDoor): number => (door.offered * door.handleSeconds) / 300;
    expect(work(doorOf({ containment: 0.2 }))).toBeCloseTo(0.8, 7);
    // Easy needs leave: 1 - Phi(c - rho sigma) of the work remains (see above), at rho 0.6 and cv 1: 0.91.
    expect(work(doorOf({ containment: 0.2, rhoContainment: 0.6 }))).toBeGreaterThan(0.9);
  });
});
