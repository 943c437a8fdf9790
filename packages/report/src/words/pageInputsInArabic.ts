import type { Period } from '@percall/scenario';
import { numberInArabic } from './countInArabic.ts';
import { isolated, withIsolates } from './isolated.ts';
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
  tryInstead: withIsolates(
    'جرّب كلمة واحدة منه، أو مسارًا مثل {levers.ivr}، أو وحدة مثل «لكل ساعة»، أو قيمة مثل {45 s}. وما لم يُذكر تجده تحت «إضافة أو حذف» في كل قسم.',
  ),
  ghost: {
    comesTo: (value) => `تصبح هنا ${isolated(value)}`,
    explain: 'ما ستُظهره التقارير بعد أثر روافع هذا السيناريو، عند القيم الوسطى للمدخلات.',
    staff: (group, fte) => `${isolated(group)}: ${isolated(fte)} بدوام كامل`,
    before: (fte) => ` (خط الأساس ${isolated(fte)})`,
  },
  source: {
    of: (label, source) => `${isolated(label)}: مصدر القيمة ${source}`,
    comesFrom: 'المصدر',
    asDocument: (source) => `كما في المستند (${source})`,
    note: 'ملاحظة',
    ofDocument: 'مصدر القيم التي لا تذكره',
    onlyNotMeasured: 'غير المقيس فقط',
    counts: (measured, not) => `المقيس: ${numberInArabic(measured)}، وغيره: ${numberInArabic(not)}`,
  },
} as const satisfies InputWords;
