/**
 * 0.975 quantile of Student's t with 7 degrees of freedom: the half-width factor of a 95% interval over eight scrambles.
 *
 * With v = 7 odd, P(|T| <= t) = (2 / pi)(a + sin a (cos a + 2/3 cos^3 a + 8/15 cos^5 a)), a = atan(t / sqrt 7), equals 0.95 at this t
 * (Abramowitz and Stegun 26.7.3; tables give 2.3646).
 */
export const studentT975With7 = 2.364624251592785;
