#!/usr/bin/env python3
"""Derives every table, which src/tables must come to bit by bit, and every fitted polynomial of @percall/numeric with mpmath at 60 digits.

    python3 derivation/generate.py > /dev/null      writes test/fixtures/tables/*.ts
    python3 derivation/generate.py --polynomials    prints the coefficients quoted in src/scaledErfc.ts, erf.ts, log.ts and logGamma.ts

Needs mpmath (Debian: python3-mpmath).
"""
import pathlib
import sys

from mpmath import mp, mpf

mp.dps = 60
tables = pathlib.Path(__file__).parent.parent / 'test' / 'fixtures' / 'tables'


def on_grid(value, bits):
    """value rounded to a multiple of 2^-bits"""
    return mp.nint(value * mpf(2) ** bits) / mpf(2) ** bits


def written(value):
    """the shortest text that reads back as the double nearest to value"""
    return repr(float(value)).replace('.0e', 'e').removesuffix('.0')


def lines(rows):
    return ''.join('  ' + ', '.join(written(value) for value in row) + ',\n' for row in rows)


def write(name, comment, rows):
    (tables / f'{name}.ts').write_text(
        f'{comment}\n// prettier-ignore\nexport const {name} = new Float64Array([\n{lines(rows)}]);\n')


def exp2_rows():
    for i in range(128):
        exact = mpf(2) ** (mpf(i) / 128)
        head = mpf(float(exact))
        yield head, (exact - head) / exact


def log_rows():
    # The 128 parts of [z0, 2 z0) with z0 = 0x1.69555p-1 are cut by the high word, so their width doubles at 1.
    def z_at(step):
        word = 0x3FE69555 + (step << 13)
        exponent, fraction = word >> 20, word & 0xFFFFF
        return (1 + mpf(fraction) / 2 ** 20) * mpf(2) ** (exponent - 1023)

    for i in range(128):
        low, high = z_at(i), z_at(i + 1)
        centre = (low + high) / 2
        inverse = mpf(1) if low < 1 < high else on_grid(1 / centre, 8 if centre < 1 else 9)
        assert max(abs(low * inverse - 1), abs(high * inverse - 1)) < mpf(2) ** -7
        log_head = on_grid(-mp.log(inverse), 42)
        yield inverse, log_head, -mp.log(inverse) - log_head


def fit(function, low, high, degree, middle):
    """Chebyshev fit in u = x - middle, constant term first, with its largest error"""
    coefficients, error = mp.chebyfit(lambda u: function(middle + u), [low - middle, high - middle], degree + 1, error=True)
    return list(reversed(coefficients)), error


def print_polynomial(title, function, low, high, degree, centred=True):
    middle = (mpf(low) + mpf(high)) / 2 if centred else mpf(0)
    coefficients, error = fit(function, low, high, degree, middle)
    print(f'{title}: x in [{low}, {high}], u = x - {middle}, largest error {mp.nstr(error, 3)}')
    for power, coefficient in enumerate(coefficients):
        print(f'  u^{power}: {written(coefficient)}')


if '--polynomials' in sys.argv:
    # (1 + 2x) exp(x^2) erfc(x) on [0, inf) through t = (x - 3.75) / (x + 3.75), Shepherd and Laframboise (1981)
    def scaled_erfc(t):
        if t == 1:
            return 2 / mp.sqrt(mp.pi)
        x = mpf('3.75') * (1 + t) / (1 - t)
        if x > 1000:
            return (1 + 2 * x) / (x * mp.sqrt(mp.pi)) * mp.nsum(lambda k: (-1) ** int(k) * mp.fac2(2 * k - 1) / (2 * x * x) ** k, [0, 12])
        return (1 + 2 * x) * mp.exp(x * x) * mp.erfc(x)

    print_polynomial('(1 + 2x) exp(x^2) erfc(x)', scaled_erfc, -1, 1, int(sys.argv[2]) if len(sys.argv) > 2 else 25)
    print_polynomial('erf(x) / x - 1 in x^2', lambda v: (mp.erf(mp.sqrt(v)) / mp.sqrt(v) if v else 2 / mp.sqrt(mp.pi)) - 1, 0, 1, 12, centred=False)

    # |r| as log_rows leaves it; the series itself near 0, where the quotient would cancel
    def log1p_rest(r):
        return sum((-1) ** (k + 1) * r ** (k - 2) / k for k in range(2, 40))

    print_polynomial('(log1p(r) - r) / r^2', log1p_rest, mpf('-0.0052081'), mpf('0.0052081'), 5)

    def one_to_two(x):
        if x == 1:
            return mp.euler
        return 1 - mp.euler if x == 2 else mp.loggamma(x) / ((x - 1) * (x - 2))

    def two_to_three(x):
        return 1 - mp.euler if x == 2 else mp.loggamma(x) / (x - 2)

    print_polynomial('logGamma(x) / ((x - 1)(x - 2))', one_to_two, 1, 2, 20)
    print_polynomial('logGamma(x) / (x - 2)', two_to_three, 2, 3, 17)
else:
    tables.mkdir(exist_ok=True)
    write('exp2Table',
          '/** Pairs for i = 0..127: 2^(i/128) rounded, and what rounding left out as a fraction of it. By derivation/generate.py. */',
          exp2_rows())
    write('logTable',
          '/**\n * Triples for the 128 parts of [0x1.69555p-1, 0x1.69555p0): c, a reciprocal of the part\'s middle on a grid of 2^-8 or 2^-9; -ln c rounded\n'
          ' * to a multiple of 2^-42; and what that left out. By derivation/generate.py.\n */',
          log_rows())
