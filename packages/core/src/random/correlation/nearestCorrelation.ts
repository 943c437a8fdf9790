import { symmetricEigen } from './symmetricEigen.ts';

/**
 * The correlation matrix nearest to a symmetric one in the Frobenius norm: alternating projections onto the positive semidefinite
 * matrices (with Dykstra's correction) and onto those with unit diagonal. N. J. Higham (2002), Computing the nearest correlation matrix, IMA J.
 * Numer. Anal. 22, algorithm 3.3. Stops when a step moves no entry by more than 1e-10, or after 1,000 steps.
 */
export function nearestCorrelation(matrix: Float64Array, n: number): Float64Array {
  let y = matrix.slice();
  const correction = new Float64Array(n * n);
  for (let step = 0; step < 1000; step++) {
    const r = y.map((value, i) => value - correction[i]!);
    const { values, vectors } = symmetricEigen(r, n);
    const x = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let k = 0; k < n; k++) if (values[k]! > 0) sum += vectors[i * n + k]! * values[k]! * vectors[j * n + k]!;
        x[i * n + j] = sum;
      }
    }
    for (let i = 0; i < n * n; i++) correction[i] = x[i]! - r[i]!;
    for (let i = 0; i < n; i++) x[i * n + i] = 1;
    const moved = x.reduce((most, value, i) => Math.max(most, Math.abs(value - y[i]!)), 0);
    y = x;
    if (moved < 1e-10) break;
  }
  return y;
}
