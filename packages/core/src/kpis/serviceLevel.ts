import { serviceLevelRatios, serviceLevelRuleOf } from '../floor/ratios.ts';
import type { ServiceLevelRule } from '../model/model.ts';
import { byChannel, type KpiDefinition, type Part } from './definition.ts';
import { counted } from './sums.ts';

const rules = Object.keys(serviceLevelRatios) as ServiceLevelRule[];
const parts = (part: 'numerator' | 'denominator'): Readonly<Record<ServiceLevelRule, Part>> =>
  Object.fromEntries(rules.map((rule) => [rule, counted(serviceLevelRatios[rule][part])])) as Record<ServiceLevelRule, Part>;
const numerator = parts('numerator');
const denominator = parts('denominator');

const source = 'L’Ecuyer, ContactCenters: g1 and g2; and the two rules of common reports';

const byRule = (id: string, rule: ServiceLevelRule, numeratorWords: string, denominatorWords: string): KpiDefinition => ({
  id,
  channel: 'phone',
  unit: 'fraction',
  better: 'higher',
  byContactType: false,
  rule,
  inWords: { numerator: numeratorWords, denominator: denominatorWords, rule: `Service level by the rule ${rule}.` },
  source,
  numerator: numerator[rule],
  denominator: denominator[rule],
});

const ofOffered = 'offered contacts, less those who took a callback';

/** Service level by the rule of its channel's target. */
export const serviceLevel = byChannel(['phone', 'chat'], 'serviceLevel', {
  unit: 'fraction',
  better: 'higher',
  byContactType: true,
  rule: 'by the rule of the target',
  inWords: {
    numerator: 'contacts answered within the threshold',
    denominator: ofOffered,
    rule: 'The rule of the channel’s service-level target; answered / offered where it names none.',
  },
  source,
  numerator: (input, contactType, channel) => numerator[serviceLevelRuleOf(input.model, channel)](input, contactType, channel),
  denominator: (input, contactType, channel) => denominator[serviceLevelRuleOf(input.model, channel)](input, contactType, channel),
}).map((definition): KpiDefinition => ({
  ...definition,
  rule: (model) => serviceLevelRuleOf(model, model.channels.indexOf(definition.channel!)),
}));

/** Service level of phone by each of the four rules by name. */
export const serviceLevelByRule: readonly KpiDefinition[] = [
  byRule('serviceLevelOfOffered.phone', 'answered / offered', 'contacts answered within the threshold', ofOffered),
  byRule('serviceLevelOfAnswered.phone', 'answered / answered', 'contacts answered within the threshold', 'answered contacts'),
  byRule(
    'serviceLevelWithoutShort.phone',
    'answered / (offered - short abandoned)',
    'contacts answered within the threshold',
    `${ofOffered} and those abandoned within the threshold`,
  ),
  byRule(
    'serviceLevelWithShort.phone',
    '(answered + short abandoned) / offered',
    'contacts answered or abandoned within the threshold',
    ofOffered,
  ),
];
