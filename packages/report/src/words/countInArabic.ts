import { isolated } from './isolated.ts';

/** Latin digits by default: planners in the Gulf and the Levant read figures in both, and spreadsheets have these. */
export const arabicLocale = 'ar-u-nu-latn';

/** A noun as a count bends it. One and two stand without their number; zero, three to ten and eleven to 99 beside it. */
export interface CountForms {
  readonly zero: string;
  readonly one: string;
  readonly two: string;
  /** After 3 to 10, and numbers that end so: the plural in the genitive. */
  readonly few: string;
  /** After 11 to 99, and numbers that end so: the singular in the accusative. */
  readonly many: string;
  /** After 100 and 1,000, and fractions: the singular in the genitive. */
  readonly other: string;
}

const rules = new Intl.PluralRules('ar');
const format = new Intl.NumberFormat(arabicLocale);

export const numberInArabic = (value: number): string => isolated(format.format(value));

/** A count and its noun, bent to it. 101 and 102 keep their figure: only 0, 1 and 2 themselves stand without. */
export function countInArabic(count: number, forms: CountForms): string {
  const form = rules.select(count);
  return form === 'zero' || form === 'one' || form === 'two' ? forms[form] : `${numberInArabic(count)} ${forms[form]}`;
}

/** "Future": one of the equally likely courses that are simulated. Scenario is another word already. */
export const futuresForms: CountForms = {
  zero: 'لا حالات مستقبلية',
  one: 'حالة مستقبلية واحدة',
  two: 'حالتان مستقبليتان',
  few: 'حالات مستقبلية',
  many: 'حالة مستقبلية',
  other: 'حالة مستقبلية',
};
export const weeksForms: CountForms = {
  zero: 'لا أسابيع',
  one: 'أسبوع واحد',
  two: 'أسبوعان',
  few: 'أسابيع',
  many: 'أسبوعًا',
  other: 'أسبوع',
};
export const changesForms: CountForms = {
  zero: 'لا تغييرات',
  one: 'تغيير واحد',
  two: 'تغييران',
  few: 'تغييرات',
  many: 'تغييرًا',
  other: 'تغيير',
};
export const variantsForms: CountForms = { zero: 'لا بدائل', one: 'بديل واحد', two: 'بديلان', few: 'بدائل', many: 'بديلًا', other: 'بديل' };
export const charactersForms: CountForms = { zero: 'لا أحرف', one: 'حرف واحد', two: 'حرفان', few: 'أحرف', many: 'حرفًا', other: 'حرف' };
export const warningsForms: CountForms = {
  zero: 'لا تنبيهات',
  one: 'تنبيه واحد',
  two: 'تنبيهان',
  few: 'تنبيهات',
  many: 'تنبيهًا',
  other: 'تنبيه',
};
export const matchesForms: CountForms = {
  zero: 'لا نتائج',
  one: 'نتيجة واحدة',
  two: 'نتيجتان',
  few: 'نتائج',
  many: 'نتيجة',
  other: 'نتيجة',
};
