/**
 * The four ways to count a service level at threshold T. Offered counts every contact that asks for an agent, blocked ones and balkers too;
 * short abandoned are those who hung up within T, balkers too.
 *
 * The last two are g1 and g2 of L'Ecuyer (ContactCenters, performance measures).
 */
export const serviceLevelRules = [
  'answered / offered',
  'answered / answered',
  'answered / (offered - short abandoned)',
  '(answered + short abandoned) / offered',
] as const;

export type ServiceLevelRule = (typeof serviceLevelRules)[number];
