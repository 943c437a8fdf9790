/** A pivot this far below zero (or a remainder this large in a column without pivot) is rounding, not an invalid matrix. */
const ROUNDING = 1e-9;

/**
 * Lower Cholesky factor of a positive semidefinite correlation matrix, both row-major n x n; null where the matrix is not one. A zero pivot leaves its
 * column empty: that row is fixed by the ones before it.
 */
export function choleskyFactor(matrix: Float64Array, n: number): Float64Array | null {
  const factor = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    let pivot = matrix[j * n + j]!;
    for (let k = 0; k < j; k++) pivot -= factor[j * n + k]! * factor[j * n + k]!;
    if (pivot < -ROUNDING) return null;
    const root = pivot > ROUNDING ? Math.sqrt(pivot) : 0;
    factor[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let rest = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) rest -= factor[i * n + k]! * factor[j * n + k]!;
      if (root > 0) factor[i * n + j] = rest / root;
      // |rest| <= sqrt(pivot) times the root of a diagonal, at most sqrt(1e-9).
      else if (Math.abs(rest) > 4e-5) return null;
    }
  }
  return factor;
}
