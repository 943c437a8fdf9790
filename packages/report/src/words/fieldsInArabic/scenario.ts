import type { Fields, Options } from './fieldsInArabic.ts';
import { responses } from './staffing.ts';

const sources: Options = {
  measured: 'مقيس',
  estimated: 'تقديري',
  benchmark: 'قياس مرجعي',
  illustrative: 'توضيحي',
  default: 'افتراضي',
  unstated: 'غير مذكور',
};

const periods: Options = { week: 'أسبوع', month: 'شهر', quarter: 'ربع سنة', year: 'سنة' };

const denominators: Options = { need: 'حاجة', offered: 'اتصال معروض', handled: 'اتصال معالَج', resolved: 'حاجة ملبّاة' };

/** What is said of the whole, and what it is compared with. */
export const scenario: Fields = {
  percall: ['الصيغة', 'إصدار صيغة المستند.'],
  name: ['الاسم', 'ما يُسمّى به السيناريو.'],
  note: ['ملاحظة', 'أي شيء يستحق أن يُحفظ معه.'],
  source: ['المصدر', 'من أين تأتي القيم التي لا تذكر مصدرها بنفسها.', sources],
  currency: ['العملة', 'رمز {ISO 4217}؛ وكل المبالغ بها.'],
  timeZone: ['المنطقة الزمنية', 'للبيان فقط: الأوقات بالتوقيت المحلي.'],
  period: ['الفترة', 'ما تُعرض عليه النتائج، وتُحسب عليه أحجام الاتصالات التي لا تسمّي فترة لها.', periods],
  headline: ['التكلفة الرئيسية لكل', 'مقام تكلفة الاتصال في الجملة الرئيسية.', denominators],
  horizon: ['الأفق الزمني', 'الأسابيع التي تُحاكى.'],
  'horizon.start': ['البداية', 'أول يوم.'],
  'horizon.weeks': ['الأسابيع', 'عدد الأسابيع الكاملة.'],
  investment: ['الاستثمار', 'لفترة الاسترداد وصافي القيمة الحالية.'],
  'investment.years': ['السنوات', 'كم سنة تُحتسب الفائدة.'],
  'investment.discount': ['معدل الخصم', 'كل سنة.'],
  correlations: ['الارتباطات', 'ارتباطات الرتب ({Spearman}) بين فئات المدخلات غير المؤكدة أو بين المسارات، وداخل الفئة الواحدة.'],
  variants: ['البدائل', 'ما يُقارن بخط الأساس.'],
  'variants[]': ['بديل', 'خط الأساس مع تغييرات.'],
  'variants[].name': ['الاسم', 'يختلف عن كل الأسماء الأخرى؛ وتستخدمه المسارات والنتائج.'],
  'variants[].note': ['ملاحظة', 'أي شيء يستحق أن يُحفظ معه.'],
  'variants[].changes': ['التغييرات', 'من المسار إلى القيمة الجديدة: تحلّ محل القائمة هناك؛ و{null} تحذفها.'],
  'variants[].response': ['استجابة التخطيط', 'اختصار لتغيير {staffing.response}.', { ...responses, 'as baseline': 'كخط الأساس' }],
  'variants[].oneOff': ['تكلفة لمرة واحدة', 'تكلفة إدخال هذا البديل.'],
  'variants[].starts': ['البدء', 'متى تبدأ روافعه بالعمل.'],
  'variants[].ramp': ['التدرّج', 'الوقت حتى تعمل روافعه بالكامل.'],
  replications: ['عدد الحالات', 'كم حالة مستقبلية تُحاكى؛ من مضاعفات {8}.'],
  seed: ['البذرة', 'البذرة نفسها تعطي الحالات المستقبلية نفسها.'],
};
