import { countInArabic, futuresForms, numberInArabic } from './countInArabic.ts';
import { isolated, withIsolates } from './isolated.ts';
import type { AnswerWords } from './pageAnswer.ts';

const hundred = numberInArabic(100);
const ofHundred = (futures: number): string => `${numberInArabic(futures)} من كل ${hundred} حالة مستقبلية`;

export const answerInArabic = {
  statedAs: 'بمَ تُذكر النتيجة',
  costPer: 'التكلفة لكل',
  totalPer: 'الإجماليات لكل',
  total: (value, baseline) => `إجمالي التكلفة ${isolated(value)}${baseline === null ? '' : `، وخط الأساس ${isolated(baseline)}`}`,

  histogram: {
    title: 'أعمدة',
    explain: (bars) => `ارتفاع كل عمود نصيبه من الحالات المستقبلية، دون أي تمليس. عدد الأعمدة ${numberInArabic(bars)}.`,
    summary: ({ name, low, median, high }) =>
      `${isolated(name)}: نصف الحالات المستقبلية دون ${isolated(median)}، وتسع من كل عشر بين ${isolated(low)} و${isolated(high)}.`,
  },
  cumulative: {
    title: 'تراكمي',
    explain: withIsolates('في كم حالة مستقبلية من كل {100} لا تتجاوز التكلفة مبلغًا ما. كلما اشتد انحدار الخط كانت التكلفة أوثق.'),
    summary: ({ name, low, median, high }) =>
      `${isolated(name)}: التكلفة ${isolated(low)} أو أقل في ${numberInArabic(5)} من كل ${hundred} حالة مستقبلية، و${isolated(median)} أو أقل في ${numberInArabic(50)}، و${isolated(high)} أو أقل في ${numberInArabic(95)}.`,
  },

  budget: {
    label: 'الميزانية',
    box: (denominator) => `الميزانية لكل ${denominator}`,
    none: 'بلا ميزانية',
    draw: 'رسم خط الميزانية',
    clear: 'إزالة الميزانية',
    slider: (denominator) => `خط الميزانية، لكل ${denominator}`,
    mark: (value) => `الميزانية ${isolated(value)}`,
    dots: ({ name, dots, of, budget }) =>
      `${isolated(name)}: ${numberInArabic(dots)} من أصل ${countInArabic(of, futuresForms)} ضمن ${isolated(budget)}`,
    chance: ({ name, futures, budget }) => `${isolated(name)}: ${ofHundred(futures)} ضمن ${isolated(budget)}`,
    both: ({ name, dots, of, futures }) =>
      `${isolated(name)} ${numberInArabic(dots)} من أصل ${numberInArabic(of)} نقطة، وبالضبط ${ofHundred(futures)}`,
    spoken: (budget, counts) => `${isolated(budget)}؛ ضمنها: ${counts.join('؛ ')}`,
  },

  reference: {
    mark: (value) => `متوسط الصناعة ${isolated(value)}`,
    note: (value) =>
      `متوسط الصناعة ${isolated(value)}: رقم متداول في القطاع للاتصال المعالَج. لا يُعرف له مصدر أولي، وليس من نتائج هذه الدراسة.`,
    below: (value) => `متوسط الصناعة ${isolated(value)}، وهو رقم متداول لا يُعرف له مصدر أولي، أدنى مما يعرضه هذا المحور.`,
    above: (value) => `متوسط الصناعة ${isolated(value)}، وهو رقم متداول لا يُعرف له مصدر أولي، أعلى مما يعرضه هذا المحور.`,
  },

  difference: {
    title: (name) => `${isolated(name)} ناقص خط الأساس، في المستقبل نفسه`,
    explain: (dots) =>
      `كل نقطة حالة واحدة من ${countInArabic(dots, futuresForms)} متساوية الاحتمال: ممتلئة حيث التكلفة أقل، ومفرّغة حيث ليست أقل.`,
    cheaper: (futures) => `أقل تكلفة في ${ofHundred(futures)}`,
    same: 'التكلفة كتكلفة خط الأساس في كل حالة مستقبلية.',
    zero: 'لا فرق',
    axis: (currency, denominator) => `${isolated(currency)} لكل ${denominator}، الفرق`,
    summary: ({ name, low, median, high, dots, of, futures }) =>
      `${isolated(name)} ناقص خط الأساس: أقل تكلفة في ${numberInArabic(dots)} من أصل ${numberInArabic(of)} نقطة، وبالضبط في ${ofHundred(futures)}؛ نصف الفروق دون ${isolated(median)}، وتسعة من كل عشرة بين ${isolated(low)} و${isolated(high)}.`,
  },

  table: {
    title: 'الرسوم في جدول',
    measure: 'التكلفة لا تتجاوز',
    difference: 'الفرق',
    quantile: (percent) => `في ${ofHundred(percent)}`,
    within: (budget) => `ضمن الميزانية ${isolated(budget)}`,
    cheaper: 'أقل تكلفة من خط الأساس',
    futures: (futures) => `${numberInArabic(futures)} من كل ${hundred}`,
  },

  denominators: {
    title: 'فاتورة واحدة وأربعة مقامات',
    counted: 'ما يُعَدّ',
    contacts: (name, period) => `${isolated(name)}: لكل ${period}`,
    costPer: (name, currency) => `${isolated(name)}: ${isolated(currency)} للواحد`,
    total: (currency, period) => `إجمالي التكلفة، ${isolated(currency)} لكل ${period}`,
    isHeadline: 'الرقم الرئيسي',
    counts: {
      need: 'حاجة كل عميل مرة واحدة، مهما كرر المحاولة.',
      offered: 'محاولات تطلب وكيلًا، ومنها إعادة المحاولة والتكرار؛ لا التحويل ولا ما خدمه نظام آلي.',
      handled: 'الاتصالات المعروضة التي جرى فيها حديث مع وكيل.',
      resolved: 'حاجات لُبّيت بأي طريق: بنظام آلي أو بوكيل، من أول اتصال أو بعده.',
    },
    step: {
      ended: 'انتهت قبل طلب وكيل: خدمة ذاتية أو رد آلي أو فرز',
      redials: 'أعيدت محاولتها بعد التخلي',
      repeats: 'تكررت لأن الحاجة لم تُلبَّ',
      notHandled: 'لم تُعالَج: تخلٍّ أو انشغال الخطوط أو إغلاق أو خط بلا متحدث',
      unresolved: 'بقيت دون تلبية',
    },
    footnote:
      'متوسطات على كل الحالات المستقبلية، تُجمَع وتُقسَم بدقة: الفاتورة نفسها على أربعة أعداد. أما الجملة والرسوم فتعرض الحالة الوسيطة، وهي قريبة من المتوسط لا مطابقة له.',
  },

  strip: {
    worst: 'الأقل ضمانًا:',
    more: (count) => `المزيد (${numberInArabic(count)})`,
    fewer: 'عرض أقل',
  },
} as const satisfies AnswerWords;
