import type { Period } from '@percall/scenario';
import { isolated } from './isolated.ts';
import type { InputWords } from './pageInputs.ts';

/** How often, as an adverb. */
export const every: Readonly<Record<Period, string>> = { week: 'أسبوعيًا', month: 'شهريًا', quarter: 'كل ربع سنة', year: 'سنويًا' };

export const inputsInArabic = {
  help: (label) => `ما معنى ${isolated(label)}؟`,
  helpMark: '؟',
  per: (label, period) => `${label} ${every[period]}`,
  forAll: 'لكل السيناريوهات',
  usualResponse: 'استجابة التخطيط للبدائل التي لا تحددها',
  rule: {
    'answered / offered': 'ما أُجيب في الوقت، من كل الوارد',
    'answered / answered': 'ما أُجيب في الوقت، من كل ما أُجيب',
    'answered / (offered - short abandoned)': 'ما أُجيب في الوقت، من الوارد دون من تخلّوا ضمن الوقت',
    '(answered + short abandoned) / offered': 'ما أُجيب أو تخلّى صاحبه ضمن الوقت، من كل الوارد',
  },
} as const satisfies InputWords;
