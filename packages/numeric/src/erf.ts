import { expSum } from './expSum.ts';
import { scaledErfc } from './scaledErfc.ts';

/**
 * Error function 2/sqrt(pi) times the integral of e^(-t^2) from 0 to x, within 1.25 ulp. Odd; erf(±Infinity) = ±1.
 *
 * To |x| = 1 a polynomial of degree 12 in x^2 (derivation/generate.py --polynomials, off by at most 1.3e-19), beyond it 1 - erfc.
 */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size <= 1) {
    const v = x * x;
    return x + x * erfRatioLess1(v);
  }
  if (size > 6) return x < 0 ? -1 : 1;
  if (x !== x) return x;
  const head = Math.fround(size);
  const rest = expSum(-head * head, (head - size) * (head + size), scaledErfc(size));
  return x < 0 ? rest - 1 : 1 - rest;
}

/** erf(x) / x - 1 at v = x^2 <= 1 */
function erfRatioLess1(v: number): number {
  return (
    0.1283791670955126 +
    v *
      (-0.3761263890318375 +
        v *
          (0.11283791670954879 +
            v *
              (-0.026866170645076792 +
                v *
                  (0.0052239776248180145 +
                    v *
                      (-0.000854832698083379 +
                        v *
                          (0.0001205533111164271 +
                            v *
                              (-1.4925595266831182e-5 +
                                v *
                                  (1.6461000484121368e-6 +
                                    v *
                                      (-1.6350312701054695e-7 +
                                        v * (1.4659775274047436e-8 + v * (-1.1372848856791674e-9 + v * 5.957176147748911e-11)))))))))))
  );
}
