import { isolated, withIsolates } from './isolated.ts';
import type { Counted } from './words.ts';

const serviceLevelRule = (rule: string): string => `مستوى الخدمة بالقاعدة {${rule}}.`;

const inTime = 'الاتصالات المُجابة خلال المدة المحددة';
const costs = 'كل التكاليف على مدى الأفق الزمني';
const offered = 'الاتصالات المعروضة';
const handled = 'الاتصالات المعالَجة';
const onePeriod = 'فترة واحدة';
const paidSeconds = 'الثواني المدفوعة المجدولة';

const perPeriod = (what: string): string => `${what} على مدى الأفق الزمني، محسوبة لكل فترة`;

/** By the KPI's id without the contact type: numerator, denominator, rule. */
const counted: Readonly<Record<string, readonly [numerator: string, denominator: string, rule: string]>> = {
  'cpc.need': [costs, 'الحاجات', 'الحاجات المتمايزة التي ترد، مهما كرر أصحابها المحاولة.'],
  'cpc.offered': [
    costs,
    offered,
    'المحاولات التي تطلب وكيلًا: تُحتسب إعادة المحاولة والتكرار، ولا يُحتسب التحويل ولا ما احتواه أو خدمه نظام آلي.',
  ],
  'cpc.handled': [
    costs,
    handled,
    'الاتصالات المعروضة التي جرى فيها حديث مع وكيل؛ ومعاودة الاتصال التي تصل تُحتسب مرة واحدة، والمتصل غير المستجيب لا يُحتسب إطلاقًا.',
  ],
  'cpc.resolved': [costs, 'الحاجات الملبّاة', 'الحاجات التي لُبّيت بأي طريق: بنظام آلي أو بوكيل، من أول اتصال أو بعده.'],
  totalCost: [
    'مجموع كل بنود التكلفة على مدى الأفق الزمني، محسوبًا لكل فترة: مضروبًا في أيام الفترة ومقسومًا على أيام الأفق',
    onePeriod,
    'تُحتسب كل بنود التكلفة؛ والفترة هي فترة المستند.',
  ],
  'serviceLevel.phone': [inTime, offered, 'قاعدة مستهدف مستوى الخدمة؛ وإن لم يسمّ قاعدة فهي {answered / offered}.'],
  'serviceLevelOfOffered.phone': [inTime, offered, serviceLevelRule('answered / offered')],
  'serviceLevelOfAnswered.phone': [inTime, 'الاتصالات المُجابة', serviceLevelRule('answered / answered')],
  'serviceLevelWithoutShort.phone': [
    inTime,
    'الاتصالات المعروضة ناقص ما تخلى منها خلال المدة المحددة',
    serviceLevelRule('answered / (offered - short abandoned)'),
  ],
  'serviceLevelWithShort.phone': [
    'الاتصالات التي أُجيبت أو تخلت خلال المدة المحددة',
    offered,
    serviceLevelRule('(answered + short abandoned) / offered'),
  ],
  'asa.phone': [
    'ثواني الانتظار في الطابور للاتصالات المُجابة',
    handled,
    'متوسط سرعة الرد؛ لا تدخل فيه الاتصالات التي تتخلى، لذلك ينخفض حين يغادر المتصلون قليلو الصبر.',
  ],
  'meanWait.phone': [
    'ثواني الانتظار في الطابور لكل الاتصالات، بما فيها التي تخلت',
    offered,
    'متوسط انتظار كل من طلب وكيلًا: متوسط طول الطابور مقسومًا على معدل الورود، وفق قانون ليتل.',
  ],
  'abandonment.phone': [
    'الاتصالات التي غادرت الطابور قبل أن يجيب وكيل، بما فيها التخلي السريع',
    offered,
    'يُحتسب التخلي السريع؛ ولا تُحتسب الاتصالات المحجوبة ولا التي صادفت الإغلاق.',
  ],
  'occupancy.phone': [
    'ثواني الوكلاء في المعالجة: الحديث والتعليق وأعمال ما بعد الاتصال',
    'ثواني الوكلاء في المعالجة أو في الخمول مع التوافر',
    'الفاقد وخسارة الجدولة ليسا في أي منهما؛ وكذلك العمل الإضافي لإنهاء اتصال.',
  ],
  'fcr.phone': [
    'أول الاتصالات المعالَجة لحاجة لبّاها ذلك الاتصال',
    'أول الاتصالات المعالَجة لكل حاجة',
    'الحل من أول اتصال؛ وتكرار الاتصال لحاجة غير ملبّاة ليس في أي منهما.',
  ],
  repeatRate: ['اتصالات عملاء عادوا لأن حاجتهم لم تُلبَّ', offered, 'نسبة الاتصالات المعروضة التي هي تكرار.'],
  redialRate: ['اتصالات عملاء حاولوا من جديد بعد التخلي', offered, 'نسبة الاتصالات المعروضة التي هي إعادة محاولة.'],
  'containment.phone': [
    'جلسات الرد الآلي التي انتهت بتلبية الحاجة دون وكيل',
    'الحاجات التي دخلت الرد الآلي: المكالمات الأولى؛ وإعادة المحاولة والتكرار يمران به من جديد ولا يُحتسبان',
    'الاحتواء غير تجنّب الاتصال؛ والمتصلون الذين ينهون المكالمة لا يُعَدّون محتوَين.',
  ],
  deflection: [
    'الحاجات التي لبّتها الخدمة الذاتية أو احتواها الرد الآلي، ناقص ما عاد منها إلى وكيل خلال {72} ساعة',
    'الحاجات',
    'اتصالات بوكيل أمكن تجنّبها: تُحتسب كل حاجة مرة واحدة؛ ومن ينهي المكالمة أو يعود لا يُعَدّ اتصاله متجنَّبًا.',
  ],
  'selfService.completion': [
    'جلسات الخدمة الذاتية التي انتهت بالحل، ناقص ما عاد صاحبها إلى وكيل خلال {72} ساعة',
    'جلسات الخدمة الذاتية',
    'الإتمام يعني أن الحاجة لُبّيت؛ والجلسة التي انتهت فحسب ليست تامة.',
  ],
  'handleTime.phone': [
    'ثواني الحديث والتعليق وأعمال ما بعد الاتصال في الاتصالات المعالَجة',
    handled,
    'متوسط وقت المعالجة (AHT)، بما فيه أعمال ما بعد الاتصال.',
  ],
  'contacts.need': [perPeriod('الحاجات'), onePeriod, 'مقام {cpc.need} وحده.'],
  'contacts.offered': [perPeriod(offered), onePeriod, 'مقام {cpc.offered} وحده.'],
  'contacts.handled': [perPeriod(handled), onePeriod, 'مقام {cpc.handled} وحده.'],
  'contacts.resolved': [perPeriod('الحاجات الملبّاة'), onePeriod, 'مقام {cpc.resolved} وحده.'],
  paidHours: [
    perPeriod('الساعات المدفوعة المجدولة لكل المجموعات'),
    onePeriod,
    'يدخل فيها تدريب الموظفين الجدد، ولا يدخل فيها العمل الإضافي: فله بند تكلفة خاص به.',
  ],
  fte: [
    'الساعات المدفوعة المجدولة لكل المجموعات على مدى الأفق الزمني',
    'الساعات المدفوعة لوكيل واحد بدوام كامل على مدى الأفق: ساعات الأسبوع مضروبة في الأيام ومقسومة على {7}',
    'مكافئ الدوام الكامل على كشف الرواتب، بما فيه الفاقد.',
  ],
  idleShare: ['ثواني الوكلاء في الخمول مع التوافر', paidSeconds, 'الوقت المدفوع الذي قُضي في انتظار اتصال لم يأتِ.'],
  shrinkageShare: ['ثواني الوكلاء المدفوعة دون توافر: إجازات ومرض وتدريب واستراحات', paidSeconds, 'الفاقد الفعلي؛ وخسارة الجدولة على حدة.'],
  npv: [
    'تكلفة خط الأساس ناقصًا تكلفة البديل في المستقبل نفسه، دون المبالغ التي تُدفع مرة واحدة، أسبوعًا بعد أسبوع، كلٌّ مخصومًا إلى البداية بمعدل الخصم السنوي؛ ناقصًا ما يزيده البديل من مبالغ تُدفع مرة واحدة في البداية',
    'واحد',
    'بعد الأفق يبقى التوفير كما هو في أسبوعه الأخير، دون تدريب ولا تعويض، مع إحلال من يتركون العمل. لبديل في مرحلة انتقالية له مبلغ يُدفع مرة واحدة أو رسم منصة غير رسم خط الأساس.',
  ],
  payback: [
    'الأشهر حتى يبلغ مجموع التوفير، دون خصم، المبالغ التي تُدفع مرة واحدة ويبقى كذلك',
    'واحد',
    'حيث لا يكون ذلك خلال سنوات الاستثمار فالقيمة عدد أشهرها: يُحسب هذا المستقبل ولا يُترك.',
  ],
  paidBack: ['{1} حيث يسدّد التوفير المبالغ التي تُدفع مرة واحدة خلال سنوات الاستثمار، وإلا {0}', 'واحد', 'متوسطه احتمال الاسترداد.'],
};

/** What a KPI counts, in Arabic; one that is not known here keeps the words of its definition. */
export function countedInArabic(entry: Counted): Counted {
  const { pattern, numerator, denominator, rule } = entry;
  const id = pattern.replace('[.CONTACTTYPE]', '');
  if (!Object.hasOwn(counted, id))
    return { pattern, numerator: isolated(numerator), denominator: isolated(denominator), rule: isolated(rule) };
  const [above, below, how] = counted[id]!;
  return { pattern, numerator: withIsolates(above), denominator: withIsolates(below), rule: withIsolates(how) };
}
