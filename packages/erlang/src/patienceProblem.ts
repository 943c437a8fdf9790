import type { Patience } from './patience.ts';
import type { Problem } from './problem.ts';
import { notAbove, notAtLeast, notBetween, structure } from './problem.ts';

const families: readonly Patience['family'][] = [
  'infinite',
  'exponential',
  'deterministic',
  'uniform',
  'weibull',
  'gamma',
  'lognormal',
  'hyperexponential',
];

/** The first thing wrong with a patience. Shapes from 0.2 to 50 and coefficients of variation from 0.05 to 10 are what the integrals are tested on. */
export function patienceProblem(patience: Patience): Problem | undefined {
  switch (patience.family) {
    case 'infinite':
      return undefined;
    case 'exponential':
      return notAbove('patience.meanSeconds', patience.meanSeconds, 0, 'duration');
    case 'deterministic':
      return notAbove('patience.valueSeconds', patience.valueSeconds, 0, 'duration');
    case 'uniform':
      return (
        notAtLeast('patience.lowSeconds', patience.lowSeconds, 0, 'duration') ??
        notAbove('patience.highSeconds', patience.highSeconds, patience.lowSeconds, 'duration')
      );
    case 'weibull':
      return (
        notBetween('patience.shape', patience.shape, 0.2, 50, 'number') ??
        notAbove('patience.scaleSeconds', patience.scaleSeconds, 0, 'duration')
      );
    case 'gamma':
      return (
        notBetween('patience.shape', patience.shape, 0.2, 50, 'number') ??
        notAbove('patience.meanSeconds', patience.meanSeconds, 0, 'duration')
      );
    case 'lognormal':
      return (
        notAbove('patience.meanSeconds', patience.meanSeconds, 0, 'duration') ??
        notBetween('patience.coefficientOfVariation', patience.coefficientOfVariation, 0.05, 10, 'number')
      );
    case 'hyperexponential':
      return phasesProblem(patience.phases);
    default:
      return structure('patience.family', { rule: 'oneOf', names: families }, (patience as { family: unknown }).family);
  }
}

function phasesProblem(phases: readonly { readonly share: number; readonly meanSeconds: number }[]): Problem | undefined {
  let total = 0;
  for (const [i, { share, meanSeconds }] of phases.entries()) {
    const problem =
      notBetween(`patience.phases.[${i}].share`, share, 0, 1, 'share') ??
      notAbove(`patience.phases.[${i}].meanSeconds`, meanSeconds, 0, 'duration');
    if (problem) return problem;
    total += share;
  }
  if (Math.abs(total - 1) <= 1e-12) return undefined;
  return { code: 'range', path: 'patience.phases', params: { must: { rule: 'sumTo', total: 1 }, got: total }, severity: 'error' };
}
