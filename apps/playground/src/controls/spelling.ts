import type { Language } from '@percall/report';

/** How a language writes what a document spells in one way for all: `12000 per month`, `5m40s`, `110k ±2 points`. */
interface Spelling {
  readonly shown: (text: string) => string;
  /** The document's spelling of what a person typed; theirs may be the document's already. */
  readonly typed: (text: string) => string;
}

/** The document's word and others that it takes for it; the word that is shown and others that people type. */
const units: readonly (readonly [document: string, said: string])[] = [
  ['per month|monthly', 'شهريًا|لكل شهر|في الشهر'],
  ['per week|weekly', 'أسبوعيًا|لكل أسبوع|في الأسبوع'],
  ['per quarter|quarterly', 'كل ربع سنة|لكل ربع سنة'],
  ['per year|yearly', 'سنويًا|لكل سنة|في السنة'],
  ['per seat|per licence|per agent', 'لكل مقعد|لكل وكيل'],
  ['per fte', 'لكل دوام كامل'],
  ['per h|per hr|per hour|per paid hour', 'لكل ساعة|في الساعة'],
  ['per minute|per min', 'لكل دقيقة|في الدقيقة'],
  ['per contact', 'لكل اتصال'],
  ['per call', 'لكل مكالمة'],
  ['per chat', 'لكل محادثة'],
  ['per email|per e-mail', 'لكل رسالة'],
  ['per session', 'لكل جلسة'],
  ['per attempt', 'لكل محاولة'],
  ['per hire', 'لكل تعيين'],
  ['once', 'مرة واحدة'],
  ['points|point|pp|pts|pt', 'نقطة|نقاط|نقطتان'],
  ['agents|agent', 'وكيل|وكيلا|وكلاء'],
  ['seats|seat', 'مقعد|مقعدا|مقاعد'],
  ['FTE', 'دوام كامل'],
  ['k', 'ألف|ألفا|آلاف'],
  ['M', 'مليون|مليونا|ملايين'],
  ['s|sec|secs|second|seconds', 'ث|ثانية|ثوان|ثواني'],
  ['min|m|mins|minute|minutes', 'د|دقيقة|دقائق'],
  ['h|hr|hrs|hour|hours', 'س|ساعة|ساعات'],
  ['days|d|day', 'يوم|يوما|أيام'],
  ['weeks|w|wk|week', 'أسبوع|أسبوعا|أسابيع'],
  ['months|month', 'شهر|شهرا|أشهر|شهور'],
  ['quarters|quarter', 'ربع سنة'],
  ['years|y|year', 'سنة|سنوات'],
  // Signs of currencies, with the point after them or without.
  ['SAR', 'ر.س|ر.س.'],
  ['AED', 'د.إ|د.إ.'],
  ['KWD', 'د.ك|د.ك.'],
  ['BHD', 'د.ب|د.ب.'],
  ['QAR', 'ر.ق|ر.ق.'],
  ['OMR', 'ر.ع|ر.ع.'],
  ['JOD', 'د.أ|د.أ.'],
  ['EGP', 'ج.م|ج.م.'],
];

/** Marks of vowels, with which a word is the same word: `ألفًا` and `ألفا`. */
const vowels = /[\u064b-\u0652]/gu;

const words = units.flatMap(([document, said]) => {
  const [ours, theirs] = [document.split('|'), said.split('|')];
  return [...ours.map((word) => [word, theirs[0]!] as const), ...theirs.map((word) => [word.replace(vowels, ''), ours[0]!] as const)];
});
const wordOf = new Map(words);
const any = [...wordOf.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('.', '\\.');
/** A word, whole: letters that go on, after a point too, are of another. `س` of `ر.س` is no hour. */
const wordsIn = new RegExp(`\\s*(?<![\\p{L}\\p{M}]\\.?)(${any})(?!\\.?[\\p{L}\\p{M}])\\s*`, 'gu');
/** Whether a text has Arabic letters; digits run as numbers do. */
export const isArabic = /[\u0621-\u064a]/u;

const inWords = (text: string, isWanted: (word: string) => boolean): string =>
  text.replace(wordsIn, (found, word: string) => (isWanted(word) ? ` ${wordOf.get(word)!} ` : found)).trim();

export const spellings: Readonly<Record<Language, Spelling>> = {
  en: { shown: (text) => text, typed: (text) => text },
  ar: {
    shown: (text) =>
      inWords(text.replace(/\s*\/\s*/gu, ' per '), (word) => !isArabic.test(word))
        .replace(/\s+/gu, ' ')
        .replace(/^x/u, '×')
        // A sign stays before its number, whichever way the line runs.
        .replace(/(^|\s)(?=[-+±]\d)/gu, '$1\u200e'),
    typed: (text) =>
      isArabic.test(text)
        ? inWords(text.replace(/\u200e/gu, '').replace(vowels, ''), (word) => isArabic.test(word))
            // "5 minutes and 40 seconds".
            .replace(/\sو\s?(?=[\d٠-٩])/gu, ' ')
            .replace(/\s+/gu, ' ')
        : text,
  },
};
