import type { CostBasis } from '@percall/scenario';
import {
  arabicLocale,
  changesForms,
  charactersForms,
  countInArabic,
  futuresForms,
  matchesForms,
  numberInArabic,
  warningsForms,
} from './countInArabic.ts';
import { isolated, withIsolates } from './isolated.ts';
import type { PageWords } from './page.ts';
import { answerInArabic } from './pageAnswerInArabic.ts';
import { dayInArabic } from './pageDayInArabic.ts';
import { every, inputsInArabic } from './pageInputsInArabic.ts';
import { restoreInArabic } from './pageRestoreInArabic.ts';
import { structureInArabic } from './pageStructureInArabic.ts';
import { workInArabic } from './pageWorkInArabic.ts';
import { spokenValue } from './spokenValue.ts';

const hundred = numberInArabic(100);

const ofHundred = (futures: number): string => `${numberInArabic(futures)} من كل ${hundred} حالة مستقبلية`;

const perContactOf = { phone: 'لكل مكالمة', chat: 'لكل محادثة', email: 'لكل رسالة بريد' } as const;

function basis(of: CostBasis): string {
  switch (of.on) {
    case 'period':
      return every[of.per];
    case 'seat':
      return `لكل مقعد ${every[of.per]}`;
    case 'fte':
      return `لكل وكيل بدوام كامل ${every[of.per]}`;
    case 'paidHour':
      return 'لكل ساعة مدفوعة';
    case 'contact':
      return of.of === undefined ? 'لكل اتصال' : perContactOf[of.of];
    case 'minute':
      return 'لكل دقيقة';
    case 'session':
      return 'لكل جلسة';
    case 'attempt':
      return 'لكل محاولة';
    case 'hire':
      return 'لكل وكيل جديد';
    case 'once':
      return 'مرة واحدة';
  }
}

/** Modern standard Arabic, in the terms of contact-centre planners in the Gulf and the Levant. */
export const pageInArabic = {
  title: 'Percall',
  separator: ' · ',
  tagline: 'كم يكلّف الاتصال الواحد، وكم سيكلّف بعد التغيير، وهل تصمد الخدمة.',
  skipToAnswer: 'الانتقال إلى النتيجة',

  presets: 'مراكز الاتصال',
  pickPreset: 'ابدأ من مركز جاهز',
  presetName: {
    'telecom-peak': { label: 'شركة اتصالات، موسم الذروة', question: 'عمل إضافي أم توظيف أم معاودة اتصال أم رد آلي أفضل للموسم؟' },
    'bank-ivr-verification': { label: 'بنك، التحقق في الرد الآلي', question: 'هل يسترد التحقق في الرد الآلي تكلفته؟' },
    'retailer-callbacks': { label: 'متجر تجزئة، معاودة الاتصال', question: 'هل تغني معاودة الاتصال عن وكلاء الذروة؟' },
    'saas-support': { label: 'دعم برمجيات كخدمة', question: 'هل يخفض مركز المساعدة تكلفة الاتصال؟' },
    'public-sector-line': { label: 'خط خدمة حكومي', question: 'هل انخفاض تكلفة الاتصال لدينا حقيقي؟' },
    'bpo-cross-training': { label: 'شركة تعهيد، مهارات متعددة', question: 'أي قدر من التدريب المتعدد يغطي تكلفته؟' },
    'airline-disruption': { label: 'شركة طيران، اضطراب الرحلات', question: 'كم تكلّف ثلاثة أيام من العواصف بجدول المناوبات القائم؟' },
    'health-open-enrolment': { label: 'تأمين صحي، موسم التسجيل', question: 'متى نوظّف لموسم التسجيل؟' },
    'gulf-ecommerce': { label: 'متجر إلكتروني خليجي', question: 'هل ننقل المكالمات إلى المراسلة في رمضان؟' },
    'it-help-desk': { label: 'مكتب دعم تقني', question: 'هل يمكن الاستغناء عن وكيل؟' },
  },

  inputs: 'المدخلات',
  input: inputsInArabic,
  structure: structureInArabic,
  work: workInArabic,
  day: dayInArabic,
  answer: 'النتيجة',
  inAnswer: answerInArabic,
  restore: restoreInArabic,
  baseline: 'خط الأساس',
  editing: (name) => `قيد التعديل: ${isolated(name)}`,
  editBaseline: 'تعديل خط الأساس',
  editingBaselineNote: 'ما تغيّره هنا يسري على كل البدائل.',

  variants: 'البدائل',
  addVariant: 'إضافة بديل',
  duplicateVariant: 'إنشاء نسخة',
  renameVariant: 'إعادة تسمية',
  removeVariant: 'حذف',
  variantName: 'اسم البديل',
  newVariantName: (count) => `البديل ${numberInArabic(count)}`,

  undo: 'تراجع',
  redo: 'إعادة',
  reset: 'العودة إلى خط الأساس',
  resetLabel: (label) => `${isolated(label)}: العودة إلى خط الأساس`,
  changed: 'مُعدَّل',
  changedCount: (count) => countInArabic(count, changesForms),

  certain: 'مؤكد',
  uncertain: 'غير مؤكد',
  padlockOn: (label) => `اعتبار ${isolated(label)} قيمة مؤكدة`,
  padlockOff: (label) => `إعطاء ${isolated(label)} نطاقًا`,
  low: 'منخفض (P10)',
  high: 'مرتفع (P90)',
  spreadOf: (label) => `${isolated(label)}، النطاق`,
  lowOf: (label) => `${isolated(label)}، منخفض (P10)`,
  highOf: (label) => `${isolated(label)}، مرتفع (P90)`,
  slider: (label) => `${isolated(label)}، شريط التمرير`,
  box: (label) => `${isolated(label)}، القيمة`,
  baselineTick: (value) => `خط الأساس ${isolated(value)}`,

  valueText: ({ label, value, changeFromBaseline }) =>
    [label === null ? value : `${isolated(label)} ${value}`, ...(changeFromBaseline === null ? [] : [changeFromBaseline])].join('، '),
  belowBaseline: (percent) => `أقل من خط الأساس بنسبة ${isolated(percent)} بالمئة`,
  aboveBaseline: (percent) => `أعلى من خط الأساس بنسبة ${isolated(percent)} بالمئة`,
  asBaseline: 'كما في خط الأساس',
  spokenValue: (of) =>
    spokenValue(of, {
      locale: arabicLocale,
      durations: (parts) => parts.join(' و'),
      percent: (text) => `${isolated(text)} بالمئة`,
      points: (text, value) =>
        countInArabic(value, {
          zero: 'صفر نقطة مئوية',
          one: 'نقطة مئوية واحدة',
          two: 'نقطتان مئويتان',
          few: 'نقاط مئوية',
          many: 'نقطة مئوية',
          other: 'نقطة مئوية',
        }),
      more: (percent) => `أكثر بنسبة ${percent}`,
      less: (percent) => `أقل بنسبة ${percent}`,
      unchanged: 'دون تغيير',
      times: (factor) => `مضروبًا في ${isolated(factor)}`,
      on: (amount, charged) => `${amount} ${basis(charged)}`,
      per: (text, over) => `${text} ${every[over]}`,
    }),

  sourceName: {
    measured: 'مقيس',
    estimated: 'تقديري',
    benchmark: 'قياس مرجعي',
    illustrative: 'توضيحي',
    default: 'افتراضي',
    unstated: 'غير مذكور',
  },

  notModelled: {
    title: 'غير مشمول في النموذج بعد',
    items: [
      'صبر على الانتظار له قانون غير الأسّي، واتصالات تذهب إلى أي وكيل متفرغ: المستند الذي يحتويهما يُحسب مكالمة بمكالمة، ولا مدخل هنا لاختيارهما',
    ],
  },

  share: 'مشاركة',
  shareLink: 'رابط هذا السيناريو',
  copyLink: 'نسخ الرابط',
  copied: 'تم النسخ',
  copyFailed: 'لم يسمح المتصفح بالنسخ: حدّد الرابط وانسخه يدويًا.',
  linkLength: (characters) => countInArabic(characters, charactersForms),
  linkReveals: 'يحمل الرابط كل ما في المستند، بما فيه الأجور. من لديه الرابط لديه المستند، ولا يُرسَل شيء إلى أي خادم.',
  linkWaits: 'يجري حساب نتيجة كل البدائل؛ سيذكرها الرابط ليعرف من يفتحه هل ما زالت كما هي.',
  linkSays: (kpi, figures) => `يذكر الرابط ما كانت النتيجة: ${kpi}، ${isolated(figures)}.`,
  figureOf: (name, figure) => `${isolated(name)} ${isolated(figure)}`,
  linkVerdict: (kpi, verdict) => `${kpi}: ${verdict}`,
  linkTooLong: (characters) =>
    `طول الرابط ${countInArabic(characters, charactersForms)}، وتطبيقات المراسلة تقطع الروابط عند نحو ${numberInArabic(2048)}: أرسل ملفًا، أو تأكد من وصول الرابط كاملًا.`,
  opened: (name) => `فُتح: ${isolated(name)}`,
  linkRefused: 'يتعذّر فتح هذا الرابط. عملك لم يُمَسّ.',
  yourWorkIsKept: 'ما كنت تعمل عليه محفوظ في هذا المتصفح.',
  backToMyWork: 'العودة إلى عملي',
  yourEarlierWork: 'أعمالك السابقة',
  savedWorkUnreadable: 'لا يستطيع هذا الإصدار قراءة ما كان محفوظًا في المتصفح. وُضع جانبًا ولم يُحذف.',
  dismiss: 'إغلاق التنبيه',

  computing: 'جارٍ الحساب',
  stop: 'إيقاف',
  failed: (message) => `فشل الحساب: ${isolated(message)}`,
  cannotRun: 'يتعذّر حساب هذا',
  keepsLastAnswer: 'تبقى آخر نتيجة في الصفحة حتى يُصحَّح ذلك.',
  warnings: (count) => countInArabic(count, warningsForms),

  languageName: { en: 'English', ar: 'العربية' },
  theme: 'المظهر',
  themeName: { light: 'فاتح', dark: 'داكن', system: 'حسب النظام' },

  qualityStrip: 'جودة الخدمة',
  stateOfQuality: (state) => `حدّ الجودة: ${state}`,
  qualityFloor: (side, value) => `${side === 'atLeast' ? 'لا يقل عن' : 'لا يزيد على'} ${isolated(value)}`,
  qualityChance: (futures) => `يتحقق في ${ofHundred(futures)}`,
  qualityNoFloor: 'دون حد',
  qualityInBaseline: (futures) => `خط الأساس: ${numberInArabic(futures)} من كل ${hundred}`,
  amount: (text, symbol) => isolated(`${text} ${symbol}`),

  dots: {
    title: 'أين قد تقع التكلفة',
    label: 'نقاط',
    explain: (dots) => `كل نقطة حالة واحدة من ${countInArabic(dots, futuresForms)} متساوية الاحتمال.`,
    summary: ({ name, low, median, high }) =>
      `${isolated(name)}: نصف الحالات المستقبلية دون ${isolated(median)}، وتسع من كل عشر بين ${isolated(low)} و${isolated(high)}.`,
  },
  density: {
    title: 'الكثافة',
    explain: (smear) => `كلما ارتفع المنحنى زاد عدد الحالات المستقبلية عنده. وهو يبسط كلًّا منها نحو ${isolated(smear)} إلى كل جانب.`,
    summary: ({ name, low, median, high }) =>
      `${isolated(name)}: تتمركز حول ${isolated(median)}، وتقع تسع حالات مستقبلية من كل عشر بين ${isolated(low)} و${isolated(high)}.`,
  },
  view: 'طريقة العرض',
  figures: 'الأرقام',
  chartAxis: (currency, denominator) => `${isolated(currency)} لكل ${isolated(denominator)}`,

  search: 'البحث في المدخلات',
  matches: (count) => countInArabic(count, matchesForms),
  noMatches: 'لا نتائج مطابقة.',
  close: 'إغلاق',
  keyboardHint: withIsolates(
    'مفاتيح الأسهم تحرّك بمقدار خطوة، ومع {Shift} بخطوة أدق؛ و{Page Up} و{Page Down} بمقدار عشرة بالمئة؛ و{Home} و{End} إلى الحدّين.',
  ),
  storageFull: 'امتلأت مساحة التخزين في المتصفح: ما تغيّره من الآن لن يُحفَظ بعد إغلاق الصفحة.',
} as const satisfies PageWords;
