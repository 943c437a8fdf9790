import { exp, log } from '@percall/numeric';

/**
 * values[i] becomes exp(offset + scale values[i]), in place. One loop for all laws and with nothing else in it: V8 inlines `exp` here, where beside
 * other calls it may not, and a number returned by a call goes through a box on the heap.
 */
export function fillExp(values: Float64Array, from: number, to: number, scale: number, offset: number): void {
  for (let i = from; i < to; i++) values[i] = exp(offset + scale * values[i]!);
}

/** Values become their logarithms, in place: a loop of its own for the same reason. */
export function fillLog(values: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) values[i] = log(values[i]!);
}
