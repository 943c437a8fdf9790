import { airlineDisruption } from './airlineDisruption.ts';
import { bankIvrVerification } from './bankIvrVerification.ts';
import { bpoCrossTraining } from './bpoCrossTraining.ts';
import { gulfEcommerce } from './gulfEcommerce.ts';
import { healthOpenEnrolment } from './healthOpenEnrolment.ts';
import { inArabic } from './inArabic.ts';
import { itHelpDesk } from './itHelpDesk.ts';
import { publicSectorLine } from './publicSectorLine.ts';
import { retailerCallbacks } from './retailerCallbacks.ts';
import { saasSupport } from './saasSupport.ts';
import { telecomPeak } from './telecomPeak.ts';

const texts: Readonly<Record<string, string>> = {
  'telecom-peak': telecomPeak,
  'bank-ivr-verification': bankIvrVerification,
  'retailer-callbacks': retailerCallbacks,
  'saas-support': saasSupport,
  'public-sector-line': publicSectorLine,
  'bpo-cross-training': bpoCrossTraining,
  'airline-disruption': airlineDisruption,
  'health-open-enrolment': healthOpenEnrolment,
  'gulf-ecommerce': gulfEcommerce,
  'it-help-desk': itHelpDesk,
};

/** Languages in which the presets are written. */
export const presetLanguages = ['en', 'ar'] as const;
export type PresetLanguage = (typeof presetLanguages)[number];

/** The presets there are, by name. */
export const presetNames = (): readonly string[] => Object.keys(texts);

/**
 * The YAML text of a preset; null when there is none of that name. Languages differ in names and notes that are read, never in numbers or in the
 * names by which paths, links and draws go: contact types, groups, events, the seed.
 */
export function presetText(name: string, language: PresetLanguage = 'en'): string | null {
  if (!Object.hasOwn(texts, name)) return null;
  return language === 'ar' ? inArabic(texts[name]!) : texts[name]!;
}
