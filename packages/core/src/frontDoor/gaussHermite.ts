/** Nodes z and weights w with sum of w_i f(z_i) = E f(Z) for a standard normal Z: exact for polynomials up to degree 2n - 1. */
export interface NormalQuadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Gauss-Hermite rule for the standard normal, from the orthonormal Hermite polynomials
 * p_0 = 1, sqrt(k + 1) p_(k+1) = z p_k - sqrt(k) p_(k-1): nodes are the roots of p_n (by bisection between sign changes),
 * weights 1 / (p_0^2 + ... + p_(n-1)^2) (Christoffel). Only square roots: the same bits everywhere. Good for n up to 64.
 */
export function normalQuadrature(n: number): NormalQuadrature {
  const nodes: number[] = [];
  // Roots lie within 2 sqrt(n) and at least pi / (2 sqrt(n)) apart: a step of a tenth of that misses none.
  const limit = 2 * Math.sqrt(n) + 1;
  const step = 0.1 / Math.sqrt(n);
  let left = -limit;
  let valueLeft = orthonormal(n, left);
  while (left < limit && nodes.length < n) {
    const right = left + step;
    const valueRight = orthonormal(n, right);
    if (valueLeft === 0) nodes.push(left);
    else if (valueLeft * valueRight < 0) nodes.push(bisect(n, left, right, valueLeft));
    left = right;
    valueLeft = valueRight;
  }
  return { nodes: Float64Array.from(nodes), weights: Float64Array.from(nodes, (z) => 1 / sumOfSquares(n, z)) };
}

function orthonormal(n: number, z: number): number {
  let before = 0;
  let current = 1;
  for (let k = 0; k < n; k++) {
    const next = (z * current - Math.sqrt(k) * before) / Math.sqrt(k + 1);
    before = current;
    current = next;
  }
  return current;
}

function sumOfSquares(n: number, z: number): number {
  let before = 0;
  let current = 1;
  let sum = 0;
  for (let k = 0; k < n; k++) {
    sum += current * current;
    const next = (z * current - Math.sqrt(k) * before) / Math.sqrt(k + 1);
    before = current;
    current = next;
  }
  return sum;
}

function bisect(n: number, from: number, to: number, valueFrom: number): number {
  let left = from;
  let right = to;
  for (let halving = 0; halving < 80; halving++) {
    const middle = 0.5 * (left + right);
    if (orthonormal(n, middle) * valueFrom > 0) left = middle;
    else right = middle;
  }
  return 0.5 * (left + right);
}
