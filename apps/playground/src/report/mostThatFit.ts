/**
 * The most of `total` that fit, by halving: where some number fits, every smaller one does. 0 where nothing does.
 *
 * @param fits tries a number, by drawing it
 */
export async function mostThatFit(total: number, fits: (count: number) => Promise<boolean>): Promise<number> {
  if (await fits(total)) return total;
  let [low, high] = [0, total];
  // What fits is at least `low` and less than `high`.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
