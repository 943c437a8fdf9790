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
  other: 'كما في المستند',
  unset: 'بلا حد',
  atLeastOne: 'لا بد من واحدة على الأقل.',
  yes: 'نعم',
  no: 'لا',
  and: '، ',
} as const satisfies InputWords;
