import type { Study } from '../study/study.ts';

/**
 * The common wage factor of a study: a unit vector over the independent normals of its coordinates, the direction in which the baseline's wages
 * rise together; null where none of them is uncertain.
 *
 * With L the Cholesky factor, v_j is proportional to the sum of L_ij over the uncertain wages i of the baseline, for every j that is drawn for
 * wages alone: no other price may move with it, so a draw on which a correlation hangs something else is left out. A leaf with row i then has the
 * score `rest + s u`, with u = v.z standard normal, s = sum of L_ij v_j, and a rest that is independent of u.
 */
export function wageFactor({ models, coordinates, cholesky, coordinateOfLeaf }: Study): Float64Array | null {
  const n = coordinates.length;
  const isWage = new Uint8Array(n);
  coordinates.forEach(({ path }, at) => (isWage[at] = path === 'wage' ? 1 : 0));
  models.forEach(({ leaves }, model) =>
    leaves.forEach((leaf, index) => {
      const at = coordinateOfLeaf[model]![index]!;
      if (at >= 0 && leaf.class === 'wage') isWage[at] = 1;
    }),
  );
  const direction = new Float64Array(n);
  models[0]!.leaves.forEach((leaf, index) => {
    const row = coordinateOfLeaf[0]![index]!;
    if (row < 0 || leaf.class !== 'wage') return;
    for (let j = 0; j <= row; j++) if (isWage[j] === 1) direction[j]! += cholesky[row * n + j]!;
  });
  for (let j = 0; j < n; j++) for (let row = j; row < n; row++) if (isWage[row] === 0 && cholesky[row * n + j] !== 0) direction[j] = 0;
  let square = 0;
  for (const weight of direction) square += weight * weight;
  if (!(square > 0)) return null;
  const length = Math.sqrt(square);
  return direction.map((weight) => weight / length);
}
