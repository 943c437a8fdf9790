import type { ServiceLevelRule } from '../model/model.ts';

/** The rule in force where no service-level target names another. */
export const defaultServiceLevelRule: ServiceLevelRule = 'answered / offered';

/**
 * Numerator of a service-level rule. "Answered" is answered within the threshold T, "short abandoned" is abandoned within T.
 *
 * Source: the four counting rules in use, of which two are g1 and g2 of L'Ecuyer (ContactCenters, performance measures).
 */
export const serviceLevelNumerator = (rule: ServiceLevelRule, answeredWithinThreshold: number, abandonedShort: number): number =>
  rule === '(answered + short abandoned) / offered' ? answeredWithinThreshold + abandonedShort : answeredWithinThreshold;

/** Denominator of a service-level rule; zero means that nobody was there to be served. */
export function serviceLevelDenominator(rule: ServiceLevelRule, offered: number, handled: number, abandonedShort: number): number {
  switch (rule) {
    case 'answered / offered':
    case '(answered + short abandoned) / offered':
      return offered;
    case 'answered / answered':
      return handled;
    case 'answered / (offered - short abandoned)':
      return offered - abandonedShort;
  }
}
