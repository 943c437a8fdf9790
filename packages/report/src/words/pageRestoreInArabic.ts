import { countInArabic, futuresForms, numberInArabic, type CountForms } from './countInArabic.ts';
import { isolated } from './isolated.ts';
import type { RestoreWords } from './pageRestore.ts';

const moreAgentsForms: CountForms = {
  zero: 'دون زيادة وكلاء',
  one: 'زيادة وكيل واحد',
  two: 'زيادة وكيلين',
  few: 'وكلاء إضافيين',
  many: 'وكيلًا إضافيًا',
  other: 'وكيل إضافي',
};

const ofHundred = (futures: number): string => `${numberInArabic(futures)} من كل ${numberInArabic(100)} حالة مستقبلية`;

export const restoreInArabic = {
  find: 'البحث عن أقل تغيير تكلفةً يعيد الجودة',
  title: 'أقل تغيير تكلفةً يعيد الجودة',
  trying: (done, of) => `تجربة تغييرات منفردة: ${numberInArabic(done)} من أصل ${numberInArabic(of)}`,
  confirming: (done, of) => `التحقق من الأقل تكلفة: ${numberInArabic(done)} من أصل ${numberInArabic(of)}`,
  progress: 'التغييرات التي جرى فحصها',
  stopped: 'توقّف البحث قبل العثور على شيء.',
  ended: 'تغيّرت الدراسة، فانتهى البحث.',
  change: {
    response: 'إعادة تخطيط الوكلاء بدلًا من تثبيت جدول المناوبات',
    roster: (agents, group) => `${countInArabic(agents, moreAgentsForms)} في ${isolated(group)} في كل أوقات عملها`,
    plan: (input, to, from) => `التخطيط على أساس ${isolated(input)}: ${isolated(to)} بدلًا من ${isolated(from)}`,
    number: (input, to, from) => `${isolated(input)}: ${isolated(to)} بدلًا من ${isolated(from)}`,
  },
  cost: ({ from, to, more, currency, denominator }) =>
    `من ${isolated(from)} إلى ${isolated(`${to} ${currency}`)} لكل ${denominator} في المتوسط (${isolated(more)})`,
  holds: (futures) => `تتحقق كل الحدود في ${ofHundred(futures)}`,
  stillCheaper: (futures) => `ما زالت التكلفة أقل من خط الأساس، في ${ofHundred(futures)}`,
  noLongerCheaper: (futures) => `لم تعد التكلفة أقل من خط الأساس: هي أقل في ${ofHundred(futures)}`,
  apply: 'تطبيق هذا التغيير',
  applyThis: (change) => `تطبيق هذا التغيير: ${change}`,
  others: 'تغييرات أخرى تعيد الجودة',
  none: (tried) => `لا يعيد الجودةَ أي تغيير منفرد. عدد التغييرات المجرَّبة: ${numberInArabic(tried)}.`,
  nearest: 'الأقرب إلى ذلك:',
  noRemedy: 'لا يوجد في هذا السيناريو مدخل منفرد يمكن أن يعيد الجودة.',
  notNeeded: (futures) => `لا حاجة إلى تغيير: في الحالات المفحوصة هنا تتحقق كل الحدود في ${ofHundred(futures)}.`,
  basis: ({ changes, futures }) =>
    `كل تغيير على حدة. جُرّبت بالحساب اللحظي (العدد: ${numberInArabic(changes)})، ثم قيس أفضلها في ${countInArabic(futures, futuresForms)} كما تُقاس النتيجة. وقد تحرّكها قليلًا حالات أكثر.`,
} as const satisfies RestoreWords;
