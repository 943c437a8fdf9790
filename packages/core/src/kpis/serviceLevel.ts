import type { ServiceLevelRule } from '../model/model.ts';
import type { KpiDefinition } from './definition.ts';
import type { KpiInput } from './kpi.ts';
import { defaultServiceLevelRule, serviceLevelDenominator, serviceLevelNumerator } from './serviceLevelRule.ts';
import { onPhone } from './sums.ts';

const offered = onPhone('offered');
const handled = onPhone('handled');
const abandonedShort = onPhone('abandonedShort');
const answeredWithinThreshold = onPhone('answeredWithinThreshold');

const numerator = (rule: ServiceLevelRule, input: KpiInput, contactType: number) =>
  serviceLevelNumerator(rule, answeredWithinThreshold(input, contactType), abandonedShort(input, contactType));

const denominator = (rule: ServiceLevelRule, input: KpiInput, contactType: number) =>
  serviceLevelDenominator(rule, offered(input, contactType), handled(input, contactType), abandonedShort(input, contactType));

const source = 'L’Ecuyer, ContactCenters: g1 and g2; and the two rules of common reports';

const byRule = (id: string, rule: ServiceLevelRule, numeratorWords: string, denominatorWords: string): KpiDefinition => ({
  id,
  unit: 'fraction',
  better: 'higher',
  byContactType: false,
  rule,
  inWords: { numerator: numeratorWords, denominator: denominatorWords, rule: `Service level by the rule ${rule}.` },
  source,
  numerator: (input, contactType) => numerator(rule, input, contactType),
  denominator: (input, contactType) => denominator(rule, input, contactType),
});

/** The rule in force for `serviceLevel.phone`: the target's, else answered / offered. */
const ruleOf = (input: KpiInput): ServiceLevelRule => input.model.targets.serviceLevel?.rule ?? defaultServiceLevelRule;

/** Service level by the rule of the model's target, and by each of the four rules by name. */
export const serviceLevel: readonly KpiDefinition[] = [
  {
    id: 'serviceLevel.phone',
    unit: 'fraction',
    better: 'higher',
    byContactType: true,
    rule: (model) => model.targets.serviceLevel?.rule ?? defaultServiceLevelRule,
    inWords: {
      numerator: 'contacts answered within the threshold',
      denominator: 'offered contacts',
      rule: 'The rule of the service-level target; answered / offered where it names none.',
    },
    source,
    numerator: (input, contactType) => numerator(ruleOf(input), input, contactType),
    denominator: (input, contactType) => denominator(ruleOf(input), input, contactType),
  },
  byRule('serviceLevelOfOffered.phone', 'answered / offered', 'contacts answered within the threshold', 'offered contacts'),
  byRule('serviceLevelOfAnswered.phone', 'answered / answered', 'contacts answered within the threshold', 'answered contacts'),
  byRule(
    'serviceLevelWithoutShort.phone',
    'answered / (offered - short abandoned)',
    'contacts answered within the threshold',
    'offered contacts less those abandoned within the threshold',
  ),
  byRule(
    'serviceLevelWithShort.phone',
    '(answered + short abandoned) / offered',
    'contacts answered or abandoned within the threshold',
    'offered contacts',
  ),
];
