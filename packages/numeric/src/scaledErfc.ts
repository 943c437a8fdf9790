/**
 * e^(x^2) erfc(x) for x >= 0, within 4 ulp.
 *
 * (1 + 2x) e^(x^2) erfc(x) is smooth in t = (x - 3.75) / (x + 3.75) over the whole half-line: Shepherd and Laframboise (1981), Chebyshev
 * approximation of (1 + 2x) exp(x^2) erfc x, Mathematics of Computation 36. The polynomial of degree 25 in t is our own fit
 * (derivation/generate.py --polynomials), off by at most 2.4e-18.
 */
export function scaledErfc(x: number): number {
  if (x > 1e16) return 0.5641895835477563 / x;
  const t = (x - 3.75) / (x + 3.75);
  const t2 = t * t;
  const even =
    1.2375126308378275 +
    t2 *
      (0.0035854154854644583 +
        t2 *
          (-0.10880393014175023 +
            t2 *
              (-0.05869339858961116 +
                t2 *
                  (-0.009746579558275152 +
                    t2 *
                      (0.0002937136669846131 +
                        t2 *
                          (5.1649093885821704e-5 +
                            t2 *
                              (-1.1444134389658475e-5 +
                                t2 *
                                  (1.7516189406943677e-6 +
                                    t2 *
                                      (-2.586489910718322e-7 +
                                        t2 * (3.866242066283792e-8 + t2 * (-5.169080644815932e-9 + t2 * 4.2433038251096756e-10)))))))))));
  const odd =
    -0.14024059858554702 +
    t2 *
      (0.08227673849015109 +
        t2 *
          (0.09230432116019638 +
            t2 *
              (0.02836227742154398 +
                t2 *
                  (0.0017556258321915355 +
                    t2 *
                      (-0.0002901539781378384 +
                        t2 *
                          (2.238390827660038e-5 +
                            t2 *
                              (-9.728413451815077e-7 +
                                t2 *
                                  (-5.827501862768691e-8 +
                                    t2 *
                                      (2.4301839484503084e-8 +
                                        t2 * (-4.396921916762906e-9 + t2 * (5.485084520083625e-10 + t2 * -3.7980647235900285e-11)))))))))));
  return (even + t * odd) / (1 + 2 * x);
}
