/**
 * sfc32 (Chris Doty-Humphrey, PractRand 0.94): the next 32-bit word of a stream. The state is [a, b, c, counter] in an Int32Array: as class
 * fields or closure variables, words beyond 31 bits would be boxed in browsers.
 */
export function nextWord(state: Int32Array): number {
  const b = state[1]!;
  const c = state[2]!;
  const d = state[3]!;
  const word = (((state[0]! + b) | 0) + d) | 0;
  state[3] = d + 1;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + word;
  return word;
}
