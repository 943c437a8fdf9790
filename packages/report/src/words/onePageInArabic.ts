import { changesForms, countInArabic, numberInArabic, variantsForms, warningsForms } from './countInArabic.ts';
import { isolated } from './isolated.ts';
import type { OnePageWords } from './onePage.ts';

export const onePageInArabic = {
  figures: 'التكلفة والجودة',
  bridge: 'ما يغيّر تكلفة الاتصال',
  madeOf: 'مكوّنات تكلفة الاتصال',
  expected: 'مبالغ متوقعة لكل اتصال، تُجمع فتعطي الإجمالي؛ أما الجملة فتذكر الوسيط.',
  category: 'الفئة',
  change: 'التغيّر',
  sum: 'المجموع',
  noteGoesOn: (beginning) => `${isolated(beginning)} … (التتمة في ملف الدراسة)`,
  otherVariants: (count) => `في ملف الدراسة أيضًا: ${countInArabic(count, variantsForms)}.`,
  moreChanges: (count) => `في ملف الدراسة أيضًا: ${countInArabic(count, changesForms)}.`,
  moreInputs: (ranged, certain) =>
    `في ملف الدراسة أيضًا: ${[
      ...(ranged > 0 ? [`مدخلات لها نطاق (${numberInArabic(ranged)})`] : []),
      ...(certain > 0 ? [`مدخلات بلا نطاق (${numberInArabic(certain)})`] : []),
    ].join('، ')}.`,
  moreWarnings: (count) => `حيث تُحسب الدراسة أيضًا: ${countInArabic(count, warningsForms)}.`,
} as const satisfies OnePageWords;
