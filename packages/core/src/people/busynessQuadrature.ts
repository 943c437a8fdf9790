import { normalQuadrature } from '../frontDoor/gaussHermite.ts';

const rule = normalQuadrature(5);

/** Nodes of the planner's busyness: factors with mean 1, and their probabilities. */
export interface BusynessNodes {
  cv: number;
  count: number;
  readonly factors: Float64Array;
  readonly probabilities: Float64Array;
}

export const createBusynessNodes = (): BusynessNodes => ({
  cv: NaN,
  count: 0,
  factors: new Float64Array(5),
  probabilities: new Float64Array(5),
});

/**
 * Five nodes of a Gamma variable with mean 1 and the given cv: Gauss-Hermite nodes through the Wilson-Hilferty cube
 * (Wilson and Hilferty 1931), rescaled to mean exactly 1. A planner's expectation, not the law the world draws from.
 */
export function fillBusynessNodes(nodes: BusynessNodes, cv: number): void {
  nodes.cv = cv;
  if (cv <= 0) {
    nodes.count = 1;
    nodes.factors[0] = 1;
    nodes.probabilities[0] = 1;
    return;
  }
  const ninth = (cv * cv) / 9;
  const third = cv / 3;
  let mean = 0;
  for (let node = 0; node < 5; node++) {
    const root = Math.max(0, 1 - ninth + third * rule.nodes[node]!);
    nodes.factors[node] = root * root * root;
    nodes.probabilities[node] = rule.weights[node]!;
    mean += rule.weights[node]! * nodes.factors[node]!;
  }
  for (let node = 0; node < 5; node++) nodes.factors[node]! /= mean;
  nodes.count = 5;
}
