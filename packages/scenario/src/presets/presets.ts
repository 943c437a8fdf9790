import { airlineDisruption } from './airlineDisruption.ts';
import { bankIvrVerification } from './bankIvrVerification.ts';
import { healthOpenEnrolment } from './healthOpenEnrolment.ts';
import { telecomPeak } from './telecomPeak.ts';

const texts: Readonly<Record<string, string>> = {
  'telecom-peak': telecomPeak,
  'bank-ivr-verification': bankIvrVerification,
  'airline-disruption': airlineDisruption,
  'health-open-enrolment': healthOpenEnrolment,
};

/** The presets there are, by name. */
export const presetNames = (): readonly string[] => Object.keys(texts);

/** The YAML text of a preset; null when there is none of that name. */
export const presetText = (name: string): string | null => (Object.hasOwn(texts, name) ? texts[name]! : null);
