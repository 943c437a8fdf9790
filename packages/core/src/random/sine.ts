/**
 * sin x for |x| <= pi / 2, within 2 ulp: Taylor's series to x^21, whose first omitted term is below 2e-18 of x at pi / 2.
 */
export function sine(x: number): number {
  const x2 = x * x;
  // Horner from the inside: 1 - x^2 / (k (k + 1)) (1 - ...); the first and largest step is taken off x itself.
  let sum = 1;
  for (let k = 20; k >= 4; k -= 2) sum = 1 - (x2 / (k * (k + 1))) * sum;
  return x - x * (x2 / 6) * sum;
}
