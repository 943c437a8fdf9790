import type { Distribution, Support } from '@percall/scenario';
import { fitBeta } from './beta.ts';
import { fitCertain } from './certain.ts';
import type { FittedDistribution } from './fitted.ts';
import { fitLognormal } from './lognormal.ts';
import { fitMetalog } from './metalog.ts';
import { fitNormal } from './normal.ts';
import { fitObserved } from './observed.ts';
import { fitPert } from './pert.ts';
import { fitRange } from './range.ts';
import { fitTriangular } from './triangular.ts';
import { fitUniform } from './uniform.ts';

/** A leaf's distribution, fitted on its support. The parameters must be feasible (`infeasible` says whether they are). */
export function fit(distribution: Distribution, support: Support): FittedDistribution {
  switch (distribution.family) {
    case 'certain':
      return fitCertain(distribution.value);
    case 'range':
      return fitRange(distribution.low, distribution.likely, distribution.high, support);
    case 'normal':
      return fitNormal(distribution.mean, distribution.sd, support);
    case 'lognormal':
      return fitLognormal(distribution.mean, distribution.sd, support);
    case 'beta':
      return fitBeta(distribution.mean, distribution.sd, distribution.lower, distribution.upper);
    case 'triangular':
      return fitTriangular(distribution.low, distribution.likely, distribution.high);
    case 'pert':
      return fitPert(distribution.low, distribution.likely, distribution.high);
    case 'uniform':
      return fitUniform(distribution.low, distribution.high);
    case 'metalog':
      return fitMetalog(distribution.quantiles, support);
    case 'observed':
      return fitObserved(distribution.values);
  }
}
