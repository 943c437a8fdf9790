import { arabicLocale, countInArabic, numberInArabic, variantsForms, weeksForms } from './countInArabic.ts';
import { countedInArabic } from './countedInArabic.ts';
import { fieldsInArabic } from './fieldsInArabic/fieldsInArabic.ts';
import { isolated, withIsolates } from './isolated.ts';
import { onePageInArabic } from './onePageInArabic.ts';
import { pageInArabic } from './pageInArabic.ts';
import { nameInArabic } from './presetNamesInArabic.ts';
import { problemsInArabic } from './problemsInArabic.ts';
import type { DifferenceEnd, DifferenceParts, FloorParts, QualityState, Words } from './words.ts';

/** "92 of every 100 future cases". */
const futures = (count: number): string => `${numberInArabic(count)} من كل ${numberInArabic(100)} حالة مستقبلية`;

const side = ({ value, direction }: DifferenceEnd): string => `${isolated(value)} ${direction === 'below' ? 'دونه' : 'فوقه'}`;

const away = ({ value, direction }: Pick<DifferenceParts, 'value' | 'direction'>): string =>
  direction === 'same' ? 'كخط الأساس' : `${direction === 'below' ? 'أقل من' : 'أعلى من'} خط الأساس بمقدار ${isolated(value)}`;

const stateWord: Readonly<Record<QualityState, string>> = { holds: 'مستوفى', atRisk: 'في خطر', breaks: 'غير مستوفى' };

const denominator = { need: 'حاجة', offered: 'اتصال معروض', handled: 'اتصال معالَج', resolved: 'حاجة ملبّاة' };

/** With what is to be isolated in braces. */
function floorInTable(floor: FloorParts): string {
  switch (floor.used) {
    case 'erlang':
      return 'الحساب لحظي ({Erlang A} لكل فترة)';
    case 'calls':
      return 'الحساب دقيق (مكالمة بمكالمة)';
    case 'both':
      return `الحساب لحظي، مصحح بالحساب الدقيق (مكالمة بمكالمة، عدد الحالات: {${floor.exactReplications}})${correctionText(floor)}`;
  }
}

/** With what is to be isolated in braces. */
function floorInReport(floor: FloorParts): string {
  switch (floor.used) {
    case 'erlang':
      return 'لحظي: {Erlang A} فترة بفترة';
    case 'calls':
      return 'دقيق: مكالمة بمكالمة';
    case 'both':
      return `لحظي، مصحح بالحساب الدقيق مكالمة بمكالمة (عدد الحالات: {${floor.exactReplications}})${correctionText(floor)}`;
  }
}

/** With what is to be isolated in braces. */
const daysText = ({ daysOff, beyondSpread }: FloorParts): string =>
  daysOff === null
    ? ''
    : `، على بعض الأيام من كل يوم أسبوع ومرحلة من الأفق، بفارق لا يتجاوز {${daysOff}} من مدى أي مؤشر${beyondSpread ? '، إلا ما لا يكاد يختلف بين حالة مستقبلية وأخرى' : ''}`;

const correctionText = ({ correction }: FloorParts): string =>
  correction === null ? '' : `، ويزيح التصحيح الرقم الرئيسي لخط الأساس بمقدار {${correction.value} ±${correction.error}}`;

/** Modern standard Arabic, in the terms of contact-centre planners in the Gulf and the Levant. Figures, codes and names stand in isolates. */
export const ar = {
  locale: arabicLocale,
  direction: 'rtl',

  field: (pattern) => fieldsInArabic.get(pattern) ?? { label: isolated(pattern), help: '' },
  option: (pattern, name) => fieldsInArabic.get(pattern)?.options[name] ?? isolated(name),
  section: {
    demand: 'حجم الاتصالات',
    handling: 'المعالجة',
    people: 'الوكلاء',
    levers: 'روافع التحسين',
    costs: 'التكاليف',
    targets: 'المستهدفات',
    study: 'الدراسة',
  },

  problem: problemsInArabic,

  sentence: {
    cheaperAndNoWorse: (count) => `أقل تكلفة ودون تراجع في الخدمة في ${futures(count)}.`,
    cheaper: (count) => `أقل تكلفة في ${futures(count)}.`,
    dearerAndWorse: (count) => `أعلى تكلفة وأسوأ خدمة في ${futures(count)}.`,
    identical: 'لا فرق عن خط الأساس.',
    notASaving: (floor, state, count, wanted) =>
      `ليس توفيرًا: حدّ ${floor} ${state === 'breaks' ? 'غير مستوفى' : 'في خطر'}، إذ يتحقق في ${futures(count)} والمطلوب ${numberInArabic(wanted)}.`,
    floorName: (kpi) => kpi,
    quality: 'الجودة في مجملها',
    cost: ({ denominator: per, value, currency, low, high }) =>
      `التكلفة لكل ${per} ${isolated(`${value} ${currency}`)} (نطاق ${isolated('90%')}: من ${isolated(low)} إلى ${isolated(high)})`,
    noContacts: (per) => `التكلفة لكل ${per}: لا اتصالات`,
    away,
    difference: ({ value, direction, range }) => {
      const said = `وهي ${away({ value, direction })}`;
      if (range === null) return said;
      const { from, to } = range;
      const isOneSided = from.direction === to.direction && direction === from.direction;
      return `${said} (من ${isOneSided ? `${isolated(from.value)} إلى ${isolated(to.value)}` : `${side(from)} إلى ${side(to)}`})`;
    },
    chances: (cheaper, noWorse) =>
      `أقل تكلفة في ${numberInArabic(cheaper)}${noWorse === null ? '' : `، والخدمة لا تتراجع في ${numberInArabic(noWorse)}`}`,
    total: ({ value, direction, currency, period }) =>
      `غير أن إجمالي التكلفة ${direction === 'below' ? 'أقل من' : 'أعلى من'} خط الأساس بمقدار ${isolated(`${value} ${currency}`)} كل ${period}.`,
    missed: ({ floor, futures: met, baseline, wanted }) =>
      `لكن حدّ ${floor} لا يتحقق إلا في ${futures(met)} (خط الأساس: ${numberInArabic(baseline)})، والمطلوب ${numberInArabic(wanted)}.`,
    holds: (count) => `تتحقق حدود الجودة كلها في ${futures(count)}.`,
    noFloors: 'لم يُحدَّد أي حدّ للجودة.',
    response: {
      locked: 'جدول المناوبات مثبّت.',
      're-plan': 'أُعيد تخطيط جدول المناوبات.',
      transition: 'جدول المناوبات في مرحلة انتقالية.',
      given: 'أعداد الوكلاء كما هي معطاة.',
    },
    stop: '.',
    comma: '، ',
    semicolon: '؛ ',
    space: ' ',
  },

  denominator,
  period: { week: 'أسبوع', month: 'شهر', quarter: 'ربع سنة', year: 'سنة' },
  channel: { phone: 'الهاتف', chat: 'الدردشة', email: 'البريد الإلكتروني', social: 'وسائل التواصل الاجتماعي' },
  unit: (unit, currency, period) => {
    switch (unit) {
      case 'currencyPerContact':
        return isolated(currency);
      case 'currency':
        return `${isolated(currency)} كل ${period}`;
      case 'fraction':
        return '';
      case 'seconds':
        return 'ثانية';
      case 'hours':
        return `ساعة كل ${period}`;
      case 'fte':
        return '';
      case 'count':
        return `كل ${period}`;
      case 'amount':
        return currency;
      case 'months':
        return 'أشهر';
      case 'number':
        return '';
    }
  },
  category: {
    wages: 'الأجور',
    onCosts: 'أعباء الأجور',
    management: 'الإدارة والإشراف',
    telephony: 'الاتصالات الهاتفية',
    ivr: 'الرد الآلي (IVR)',
    selfService: 'الخدمة الذاتية',
    technology: 'التقنية',
    softwareLicences: 'تراخيص البرمجيات',
    officeSpace: 'المساحة المكتبية',
    officeComputing: 'الحوسبة المكتبية',
    chat: 'الدردشة',
    hiring: 'التوظيف والتدريب',
    taxes: 'الضرائب',
    penalties: 'الغرامات',
    oneOff: 'تكاليف لمرة واحدة',
    miscellaneous: 'نفقات متنوعة',
  },
  qualityState: stateWord,
  kpi: {
    'cpc.need': 'التكلفة لكل حاجة',
    'cpc.offered': 'التكلفة لكل اتصال معروض',
    'cpc.handled': 'التكلفة لكل اتصال معالَج',
    'cpc.resolved': 'التكلفة لكل حاجة ملبّاة',
    totalCost: 'إجمالي التكلفة',
    idleCost: 'وقت الخمول غير الموزَّع',
    serviceLevel: 'مستوى الخدمة',
    serviceLevelOfOffered: 'مستوى الخدمة (المُجاب من المعروض)',
    serviceLevelOfAnswered: 'مستوى الخدمة (المُجاب من المُجاب)',
    serviceLevelWithoutShort: 'مستوى الخدمة (دون التخلي السريع)',
    serviceLevelWithShort: 'مستوى الخدمة (التخلي السريع محسوب مُجابًا)',
    asa: 'متوسط سرعة الرد',
    meanWait: 'متوسط انتظار الجميع',
    abandonment: 'معدل التخلي',
    occupancy: 'نسبة الإشغال',
    responded: 'الرد في الموعد',
    responseTime: 'متوسط وقت الاستجابة',
    callbackPromise: 'الوفاء بوعد معاودة الاتصال',
    callbackWait: 'متوسط انتظار معاودة الاتصال',
    callbackShare: 'نسبة معاودات الاتصال',
    transferRate: 'معدل التحويل',
    blocked: 'المكالمات المحجوبة',
    unresponsive: 'مكالمات غير مستجيبة',
    concurrency: 'التزامن',
    fcr: 'الحل من أول اتصال',
    repeatRate: 'معدل تكرار الاتصال',
    redialRate: 'معدل إعادة المحاولة',
    containment: 'نسبة الاحتواء',
    deflection: 'نسبة الاتصالات المتجنَّبة',
    csat: 'رضا العملاء، مفترَض',
    'selfService.completion': 'نسبة إتمام الخدمة الذاتية',
    handleTime: 'متوسط وقت المعالجة',
    'contacts.need': 'الحاجات',
    'contacts.offered': 'الاتصالات المعروضة',
    'contacts.handled': 'الاتصالات المعالَجة',
    'contacts.resolved': 'الحاجات الملبّاة',
    paidHours: 'الساعات المدفوعة',
    fte: 'مكافئ الدوام الكامل (FTE)',
    idleShare: 'نسبة الخمول من الوقت المدفوع',
    shrinkageShare: 'نسبة الفاقد من الوقت المدفوع',
    npv: 'صافي القيمة الحالية للاستثمار',
    payback: 'مدة الاسترداد (أطولها: لا استرداد خلال سنوات الاستثمار)',
    paidBack: 'الاسترداد خلال سنوات الاستثمار',
  },
  extreme: { worstWeek: 'أسوأ أسبوع', worstInterval: 'أسوأ فترة', bestWeek: 'أفضل أسبوع', bestInterval: 'أفضل فترة' },
  named: nameInArabic,
  kpiOn: (name, channel, contactType, extreme) =>
    [channel === null ? name : `${name} عبر ${channel}`, contactType === null ? null : isolated(nameInArabic(contactType)), extreme]
      .filter((part) => part !== null)
      .join('، '),
  saving: {
    cashable: 'وفر نقدي',
    pay: 'وفر الأجور',
    contracts: 'وفر العقود',
    usage: 'وفر من قلة الاستخدام',
    freedCapacity: 'طاقة محرَّرة',
  },

  table: {
    measure: 'المقياس',
    cost: 'التكلفة',
    quality: 'الجودة',
    people: 'الوكلاء',
    contacts: 'الاتصالات',
    ledger: (period) => `بنود التكلفة، المتوسط كل ${period}`,
    ledgerLine: (category, line) => `${category}: ${line}`,
    ledgerPart: {
      overtime: (group) => `عمل إضافي، ${isolated(nameInArabic(group))}`,
      training: (group) => `تدريب، ${isolated(nameInArabic(group))}`,
      rootCause: (contactType) => `القضاء على السبب الجذري، ${isolated(nameInArabic(contactType))}`,
      attempts: 'محاولات معاودة الاتصال',
      severance: 'تعويض إنهاء الخدمة',
      minutes: 'الدقائق',
      platform: 'المنصة',
      sessions: 'الجلسات',
      lever: 'برمجيات للوكلاء',
    },
    named: (name) => isolated(nameInArabic(name)),
    total: 'الإجمالي، المتوسط',
    versusBaseline: 'مقارنة بخط الأساس',
    withUnit: (name, unit) => `${name}، ${unit}`,
    budgetAverage: '  متوسط الميزانية',
    industryAverage: '  متوسط الصناعة، للمقارنة',
    range: (value, low, high) => `${isolated(value)} (${isolated(low)} إلى ${isolated(high)})`,
    plusMinus: (value, error) => isolated(`${value} ±${error}`),
    change: (name) => `التغيّر في ${name}`,
    floor: (bound, value) => `  احتمال ${bound === 'atLeast' ? 'ألّا يقل عن' : 'ألّا يزيد على'} ${isolated(value)}`,
    everyFloor: '  احتمال تحقق الحدود كلها',
    chanceCheaper: 'أقل تكلفة',
    chanceNoWorse: 'دون تراجع في الخدمة',
    chanceCheaperAndNoWorse: 'أقل تكلفة ودون تراجع في الخدمة',
    notASaving: (value) => `${value} ليس توفيرًا`,
    response: 'جدول المناوبات',
    responseName: {
      locked: 'مثبّت',
      're-plan': 'أُعيد تخطيطه',
      transition: 'في مرحلة انتقالية',
      given: 'كما هو معطى',
    },
    noContacts: 'لا اتصالات',
    none: '-',
    footnote: ({ replications, seed, floor }) =>
      withIsolates(
        `القيم وسيطة مع نطاقات {90%}. ${floorInTable(floor)}${daysText(floor)}. الرمز {±} خطأ مونت كارلو عند {95%} حيث يغيّر رقمًا ظاهرًا.`,
      ) + ` عدد الحالات المستقبلية: ${isolated(replications)}، البذرة: ${isolated(seed)}.`,
  },

  page: pageInArabic,

  commandLine: {
    notAPowerOfTwo: (replications) =>
      `عدد الحالات المستقبلية ${isolated(replications)} ليس من قوى العدد ${isolated(2)}: تتوزع النقاط بانتظام أقل، والخطأ أكبر مما يلزم`,
    doesNotHold: (assertion, found) => `لا يتحقق: ${isolated(assertion)} (${found.join('؛ ')})`,
    found: (scenario, value) => `${isolated(scenario)}: ${value === null ? 'لا قيمة' : isolated(value)}`,
    longLink: (characters) =>
      `طول الرابط ${isolated(characters)} من الأحرف، وتطبيقات المراسلة تقطع الروابط عند نحو ${isolated('2,048')}: الملف أسلم`,
    reproduces: (headline) => `يعيد إنتاج النتيجة نفسها: ${isolated(headline)}`,
    madeWith: (madeBy, then, thisVersion, now) =>
      `صُنع بالإصدار ${isolated(madeBy)} الذي أعطى ${isolated(then)}؛ وهذا الإصدار، ${isolated(thisVersion)}، يعطي ${isolated(now)}`,
    sweptLever: (lever, path) =>
      `تتغيّر قيم ${isolated(lever)} في خط الأساس نفسه، وتُعدّ تقاريره مأخوذة معها فتبقى أحجامه كما كُتبت: لمعرفة أثر الرافعة غيّر ${isolated(path)}`,
    valid: (name, variants) => `${isolated(name)}: صالح، ${countInArabic(variants, variantsForms)}`,
  },

  erlang: {
    callsPerHour: 'المكالمات في الساعة',
    aht: 'متوسط وقت المعالجة',
    offeredLoad: 'الحمل المعروض، إيرلنغ',
    agents: 'الوكلاء في الخدمة',
    scheduled: 'المجدولون مع الفاقد',
    patience: 'متوسط الصبر على الانتظار',
    serviceLevel: (threshold) => `مستوى الخدمة خلال ${isolated(threshold)}`,
    asa: 'متوسط سرعة الرد',
    waiting: 'احتمال الانتظار',
    abandonment: 'معدل التخلي',
    blocking: 'المكالمات المحجوبة',
    occupancy: 'نسبة الإشغال',
    meanQueue: 'متوسط طول الطابور',
    heads: (count) => `${isolated(count)} من الوكلاء`,
    against: (value, target, isMet) => `${isolated(value)} (المستهدف ${isolated(target)}: ${isMet ? 'تحقق' : 'لم يتحقق'})`,
    found: '<- المطلوب',
    target: 'المستهدف',
  },

  staff: {
    group: 'المجموعة',
    paidHours: 'الساعات المدفوعة',
    fte: 'مكافئ الدوام الكامل (FTE)',
    mostRequired: 'أقصى المطلوب',
    mostScheduled: 'أقصى المجدول',
    from: 'من',
    inWeek: (group, week, date) => `${isolated(nameInArabic(group))}، الأسبوع ${isolated(week)} ابتداءً من ${isolated(date)}`,
    inAllWeeks: (group) => `${isolated(nameInArabic(group))}، كل الأسابيع`,
    ofWeeks: (scenario, group, first, last, date) =>
      `${isolated(scenario)}، ${isolated(nameInArabic(group))}، ${
        first === last ? `الأسبوع ${isolated(first)}` : `الأسابيع من ${isolated(first)} إلى ${isolated(last)}`
      } ابتداءً من ${isolated(date)}`,
    agents: (required, scheduled) => isolated(`${required} (${scheduled})`),
    footnote: withIsolates(
      'الوكلاء المطلوبون في الخدمة، وبين قوسين المجدولون لذلك والمدفوع لهم: المطلوب / كفاءة الجدولة / ({1} - الفاقد). عند القيم الوسيطة: كل رقم عند وسيطه، وانشغال معتاد، وتوقع صائب.',
    ),
    people: {
      planned: 'المخطط',
      paid: 'المدفوع لهم',
      onFloor: 'في الخدمة',
      training: 'في التدريب',
      overtime: 'العمل الإضافي',
      hires: 'المعيّنون',
      leavers: 'المغادرون',
      letGo: 'المستغنى عنهم',
      footnote:
        'بمكافئ الدوام الكامل بحسب الساعات المدفوعة، متوسط الأسابيع. المخطط: من تدفع لهم خطة البديل نفسه. في الخدمة: من المدفوع لهم ومن العمل الإضافي من تجد لهم الخطة عملًا، بسرعة الوكلاء المتمرسين. المعيّنون والمغادرون والمستغنى عنهم أعداد؛ ومن المعيّنين من يحل محل المغادرين.',
    },
  },

  report: {
    setting: 'الإعداد',
    floor: 'طريقة الحساب',
    floorName: (floor) => withIsolates(`${floorInReport(floor)}${daysText(floor)}`),
    futures: 'الحالات المستقبلية',
    seed: 'البذرة',
    horizon: 'الأفق الزمني',
    weeksFrom: (weeks, date) => `${countInArabic(weeks, weeksForms)} ابتداءً من ${isolated(date)}`,
    stated: 'وحدة المبالغ',
    statedIn: (currency, period) => `${isolated(currency)} كل ${period}`,
    chance: 'الاحتمال المطلوب لتحقق الجودة',
    madeWith: 'أُعدّ بواسطة Percall',
    inputsHash: 'بصمة المدخلات',
    doingNothing: 'تكلفة إبقاء الأمور كما هي',
    changes: 'ما تغيّره البدائل',
    noVariants: 'لا بدائل.',
    scenario: 'السيناريو',
    input: 'المدخل',
    path: 'المسار',
    baseline: 'خط الأساس',
    variant: 'البديل',
    usual: (value) => `${isolated(value)} (القيمة الافتراضية)`,
    nothing: 'لا شيء',
    oneOff: 'تكلفة لمرة واحدة',
    starts: 'تاريخ البدء',
    ramp: 'مدة التدرّج حتى الأثر الكامل',
    assumptions: 'الافتراضات',
    sources: (counts) => `أرقام خط الأساس بحسب مصدرها: ${counts.join('، ')}.`,
    sourceCount: (count, source) => `${source}: ${isolated(count)}`,
    uncertain: 'المدخلات التي لها نطاق تُسحب منه الحالات المستقبلية:',
    noneUncertain: 'لا مدخل له نطاق: إن اختلفت الحالات المستقبلية فبالمصادفة وحدها.',
    low: 'الأدنى (P10)',
    median: 'الوسيط',
    high: 'الأعلى (P90)',
    source: 'المصدر',
    note: 'ملاحظة',
    warnings: 'التنبيهات',
    noWarnings: 'لا تنبيهات.',
    onePage: onePageInArabic,
  },

  glossary: {
    title: 'مؤشرات الأداء الرئيسية',
    introduction: [
      withIsolates('مولَّدة بالأمر {node scripts/docs-kpis.mjs} من التعريفات التي تُحسب فعلًا.'),
      'كل مؤشر زوج: بسط ومقام، يُجمع كل منهما على حالة مستقبلية واحدة ثم يُقسَم؛ وليس أبدًا متوسطًا لنسب الأيام أو الفترات. والمقام الصفري يعطي «لا اتصالات».',
      withIsolates(
        'في التعابير تتبع المعرّفَ إحصاءةٌ: {.mean} نسبة المجاميع المتوقعة («متوسط الميزانية»)، ومن {.p5} إلى {.p95} مئينات على الحالات المستقبلية. ويمكن إضافة {[.CONTACTTYPE]} حيث يكون للمركز عدة أنواع من الاتصالات؛ وتوضع الأسماء غير المألوفة بين علامتي اقتباس.',
      ),
      'يوجد مؤشر القناة حيث تكون للمركز تلك القناة؛ ومؤشرات معاودة الاتصال والتحويل والخطوط والمكالمات التي لا يتحدث فيها أحد حيث يكون له ذلك؛ والتكاليف الموزَّعة حيث تتعدد القنوات أو أنواع الاتصالات؛ والرضا حيث يعطي المستند منحنى.',
      withIsolates(
        'الحدّ المحكوم عليه {every: week} أو {every: interval} يُحكَم عليه في أسوأ أسبوع أو أسوأ فترة من كل حالة مستقبلية، ويظهر مؤشره بإضافة {.worstWeek} أو {.worstInterval} إلى المعرّف ({serviceLevel.phone.worstWeek}): بسطه ومقامه هما ما في ذلك الأسبوع أو تلك الفترة بحسب وقت الورود. ولا يُحكَم على ما كان مقامه أقل من اتصال واحد (بالتوقع في الحساب اللحظي، وأقل من ثانية من وقت الوكلاء في الإشغال)؛ وعند التساوي يُؤخذ الأسبق. والحدّ على الجانب الحسن يُحكَم عليه في {.bestWeek} أو {.bestInterval}.',
      ),
    ],
    terms: { numerator: 'البسط', denominator: 'المقام', source: 'المصدر' },
    better: { lower: 'الأقل أفضل', higher: 'الأعلى أفضل', neither: '' },
    unit: {
      currencyPerContact: 'عملة لكل اتصال',
      currency: 'عملة لكل فترة',
      fraction: 'نسبة',
      seconds: 'ثوانٍ',
      hours: 'ساعات لكل فترة',
      fte: 'مكافئ الدوام الكامل',
      count: 'عدد لكل فترة',
      amount: 'عملة، مرة واحدة',
      months: 'أشهر',
      number: 'عدد',
    },
    counted: countedInArabic,
  },
} as const satisfies Words;
