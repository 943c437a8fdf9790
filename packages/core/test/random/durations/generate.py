"""Reference values for the laws of durations: python3 generate.py (mpmath 1.3.0, 60 digits).

Quantiles of mean 1, from the distribution functions as books write them, by bisection and secant steps in many digits.
"""

import json

import mpmath as mp

mp.mp.dps = 60

scores = [-8.0, -6.5, -5.0, -3.75, -3.0, -2.0, -1.0, -0.5, 0.0, 0.3, 1.0, 1.7, 2.5, 3.0, 4.0, 5.0, 6.0, 7.25, 8.0, 9.5]
probabilities = [1e-9, 1e-6, 0.001, 0.05, 0.25, 0.5, 0.731, 0.9, 0.99, 0.999, 1 - 1e-6, 1 - 1e-9]


def solve(tail, target, below):
    """log x where the tail (in log x) is the target, by bisection on logarithms and Newton's last digits by secant."""
    goal = mp.log(target)
    miss = lambda y: mp.log(tail(y)) - goal
    low, high = mp.mpf(-1), mp.mpf(1)
    sign = 1 if below else -1
    while sign * miss(low) > 0:
        low *= 2
    while sign * miss(high) < 0:
        high = high * 2 if high < 4 else high + 1
    for _ in range(40):
        middle = (low + high) / 2
        if sign * miss(middle) > 0:
            high = middle
        else:
            low = middle
    return mp.findroot(miss, (low, high), solver="secant", tol=mp.mpf(10) ** -70, verify=False)


def gamma(shape):
    shape = mp.mpf(shape)

    def quantile(p, q):
        if p < q:
            return mp.exp(solve(lambda y: mp.gammainc(shape, 0, shape * mp.exp(y), regularized=True), p, True))
        return mp.exp(solve(lambda y: mp.gammainc(shape, shape * mp.exp(y), mp.inf, regularized=True), q, False))

    return quantile


def hyperexponential(cv):
    c2 = mp.mpf(cv) ** 2
    p = (1 + mp.sqrt((c2 - 1) / (c2 + 1))) / 2

    def quantile(below, above):
        if below < above:
            return mp.exp(solve(lambda y: -p * mp.expm1(-2 * p * mp.exp(y)) - (1 - p) * mp.expm1(-2 * (1 - p) * mp.exp(y)), below, True))
        return mp.exp(
            solve(lambda y: p * mp.exp(-2 * p * mp.exp(y)) + (1 - p) * mp.exp(-2 * (1 - p) * mp.exp(y)), above, False)
        )

    return quantile


def minus_log(q, p):
    return -mp.log(q) if p > 0.5 else -mp.log1p(-p)


def weibull_of_shape(k):
    k = mp.mpf(k)
    return lambda p, q: minus_log(q, p) ** (1 / k) / mp.gamma(1 + 1 / k)


def weibull(cv):
    goal = 1 + mp.mpf(cv) ** 2
    ratio = lambda power: mp.gamma(1 + 2 * power) / mp.gamma(1 + power) ** 2 - goal
    power = mp.findroot(ratio, (mp.mpf(cv) * 0.5, mp.mpf(cv)) if cv < 1 else (mp.mpf("0.9"), 1 + mp.log(cv)), solver="illinois" if cv != 1 else "secant", verify=False, tol=mp.mpf(10) ** -50)
    assert abs(ratio(power)) < mp.mpf(10) ** -20, (cv, ratio(power))
    return weibull_of_shape(1 / power)


def lognormal(cv):
    sigma = mp.sqrt(mp.log(1 + mp.mpf(cv) ** 2))
    score = lambda p, q: mp.sqrt(2) * (mp.erfinv(2 * p - 1) if p > 1e-4 and q > 1e-4 else tail_score(p, q))
    return lambda p, q: mp.exp(sigma * score(p, q) - sigma**2 / 2)


def tail_score(p, q):
    """The score over sqrt 2, by secant steps on the logarithm of the tail."""
    small = min(p, q)
    start = mp.sqrt(-2 * mp.log(small))
    z = mp.findroot(lambda x: mp.log(mp.ncdf(-x)) - mp.log(small), (start * 0.9, start), tol=mp.mpf(10) ** -70, verify=False)
    return (z if q < p else -z) / mp.sqrt(2)


def exponential(p, q):
    return minus_log(q, p)


cases = (
    [({"family": "exponential"}, exponential)]
    + [({"family": "lognormal", "cv": cv}, lognormal(cv)) for cv in (1e-3, 0.3, 0.9, 3)]
    + [({"family": "gamma", "cv": cv}, gamma(1 / (mp.mpf(cv) * mp.mpf(cv)))) for cv in (0.02, 0.125, 0.5, 0.9, 1, 1.5, 3, 8)]
    + [({"family": "erlang", "phases": k}, gamma(k)) for k in (1, 2, 5, 100)]
    + [({"family": "weibull", "cv": cv}, weibull(cv)) for cv in (0.01, 0.4, 1, 1.5, 6)]
    + [({"family": "weibull", "shape": k}, weibull_of_shape(k)) for k in (0.5, 0.8, 3)]
    + [({"family": "hyperexponential", "cv": cv}, hyperexponential(cv)) for cv in (1.001, 1.5, 4, 30)]
)

at = []
for spec, quantile in cases:
    by_score = [quantile(mp.ncdf(mp.mpf(z)), mp.ncdf(-mp.mpf(z))) for z in scores]
    by_probability = [quantile(mp.mpf(p), 1 - mp.mpf(p)) for p in probabilities]
    at.append({"spec": spec, "byScore": [float(x) for x in by_score], "byProbability": [float(x) for x in by_probability]})

with open("quantiles.json", "w") as file:
    json.dump({"scores": scores, "probabilities": probabilities, "cases": at}, file, indent=1)
