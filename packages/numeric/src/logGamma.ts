import { log } from './log.ts';

/** ln sqrt(2 pi) */
const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * Natural logarithm of the gamma function for x > 0, within 2.5 ulp, also near its zeros 1 and 2. Infinity at 0 and Infinity;
 * NaN below 0.
 *
 * On [1, 2] and [2, 3] fitted polynomials with the zeros taken out (derivation/generate.py --polynomials, off by at most 5.1e-18 and
 * 7.6e-20); below and above them by Gamma(x + 1) = x Gamma(x); from 8 on Stirling's series to the term in x^-15 (Abramowitz and Stegun
 * 6.1.41).
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x < 1) return nearOne(x) - log(x);
  if (x <= 2) return nearOne(x - 1);
  if (x <= 3) return nearTwo(x - 2);
  if (x < 8) {
    let y = x - 1;
    let product = y;
    while (y > 3) {
      y -= 1;
      product *= y;
    }
    return log(product) + nearTwo(y - 2);
  }
  return (x - 0.5) * (log(x) - 1) + (HALF_LOG_TWO_PI - 0.5 + stirlingTail(x));
}

/** logGamma(1 + t) for 0 <= t <= 1 */
function nearOne(t: number): number {
  const u = t - 0.5;
  return (
    0 -
    t *
      (1 - t) *
      (0.4831289505409809 +
        u *
          (-0.14595989591430594 +
            u *
              (0.06291140107456485 +
                u *
                  (-0.03130848750105327 +
                    u *
                      (0.01679709863121395 +
                        u *
                          (-0.009425622444829649 +
                            u *
                              (0.005446457842219553 +
                                u *
                                  (-0.0032120742206072908 +
                                    u *
                                      (0.0019229162321227923 +
                                        u *
                                          (-0.001164411377219605 +
                                            u *
                                              (0.0007115202752051298 +
                                                u *
                                                  (-0.00043803516132580534 +
                                                    u *
                                                      (0.00027130273545114005 +
                                                        u *
                                                          (-0.0001685717945035172 +
                                                            u *
                                                              (0.00010541715222185904 +
                                                                u *
                                                                  (-6.793733027397047e-5 +
                                                                    u *
                                                                      (4.281642862794779e-5 +
                                                                        u *
                                                                          (-2.148770252062576e-5 +
                                                                            u *
                                                                              (1.3584275459130943e-5 +
                                                                                u *
                                                                                  (-1.8527803997032962e-5 +
                                                                                    u * 1.1820969445467145e-5))))))))))))))))))))
  );
}

/** logGamma(2 + t) for 0 <= t <= 1 */
function nearTwo(t: number): number {
  const u = t - 0.5;
  return (
    t *
    (0.5693657409458384 +
      u *
        (0.2675817993988097 +
          u *
            (-0.044805842697384565 +
              u *
                (0.010877001514193397 +
                  u *
                    (-0.0030951822936200616 +
                      u *
                        (0.0009610979287877325 +
                          u *
                            (-0.00031505925026741326 +
                              u *
                                (0.00010710020416941931 +
                                  u *
                                    (-3.7353370737188277e-5 +
                                      u *
                                        (1.327579031351773e-5 +
                                          u *
                                            (-4.786368568704811e-6 +
                                              u *
                                                (1.7450418649108809e-6 +
                                                  u *
                                                    (-6.421957669345574e-7 +
                                                      u *
                                                        (2.3795630765384484e-7 +
                                                          u *
                                                            (-8.759051909844919e-8 +
                                                              u *
                                                                (3.281104524659661e-8 +
                                                                  u * (-1.4719145482131672e-8 + u * 5.565111801917945e-9)))))))))))))))))
  );
}

/** Stirling's remainder: the sum of B(2k) / (2k (2k - 1) x^(2k - 1)), k = 1..8; for x >= 8 the next term is below 1e-16. */
function stirlingTail(x: number): number {
  const v = 1 / (x * x);
  return (
    (1 / 12 +
      v * (-1 / 360 + v * (1 / 1260 + v * (-1 / 1680 + v * (1 / 1188 + v * (-691 / 360360 + v * (1 / 156 - v * (3617 / 122400)))))))) /
    x
  );
}
