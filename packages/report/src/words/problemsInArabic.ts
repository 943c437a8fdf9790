import type { Hint, HintKey, Must, Quantity } from '@percall/scenario';
import { isolated } from './isolated.ts';
import type { ProblemParts, Words } from './words.ts';

/** In the accusative: each completes "must be". */
const quantity: Readonly<Record<Quantity, string>> = {
  duration: 'مدة',
  share: 'نسبة',
  multiplier: 'معاملًا',
  points: 'فرقًا بالنقاط المئوية',
  count: 'عددًا',
  number: 'رقمًا',
  money: 'مبلغًا من المال',
  cost: 'تكلفة',
};

const kind = {
  object: 'مجموعة مفاتيح',
  list: 'قائمة',
  text: 'نصًّا',
  number: 'رقمًا',
  boolean: `إما ${isolated('true')} وإما ${isolated('false')}`,
  date: `تاريخًا مثل ${isolated('2026-01-05')}`,
};

/** An end of a range, in the unit that the reader types: shares stay fractions, durations are seconds. */
const bound = (value: number, of: Quantity): string => isolated(of === 'duration' ? `${value} s` : value);

const listed = (names: readonly string[], most = 12): string =>
  names
    .slice(0, most)
    .map((name) => isolated(name))
    .join('، ') + (names.length > most ? '، ...' : '');

type Values = Readonly<Record<string, string | number>>;

const periods: Readonly<Record<string, string>> = { week: 'أسبوع', month: 'شهر', quarter: 'ربع سنة', year: 'سنة' };

const periodWord = (name: string | number): string => periods[name] ?? isolated(name);

/** Every value isolated: codes, figures and what a person typed. The second argument has them as they came. */
const filled =
  (write: (values: Readonly<Record<string, string>>, raw: Values) => string) =>
  (values: Values): string =>
    write(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value)])), values);

/** Completes "... must". One entry for each text rule of the document. */
const text: Readonly<Record<string, (values: Values) => string>> = {
  syntax: filled(({ line, column, message }) => `يكون بصيغة YAML أو JSON: السطر ${line}، العمود ${column}: ${message}`),
  uniqueKeys: filled(({ line, column }) => `يرد كل مفتاح مرة واحدة: مفتاح مكرر في السطر ${line}، العمود ${column}`),
  oneDocument: filled(({ line }) => `يكون مستندًا واحدًا: يبدأ مستند آخر في السطر ${line}`),
  noAliases: () => `يُكتب كاملًا دون أسماء مستعارة (${isolated('*name')})`,
  nestAtMost: filled(({ levels }) => `لا تزيد مستويات التداخل فيه على ${levels}`),
  sizeAtMost: filled(({ size }) => `لا يزيد طوله على ${size} من الأحرف`),
  plainKey: () => 'تكون مفاتيحه نصوصًا عادية',
  finite: () => 'يكون عددًا منتهيًا',
  atMost: filled(({ most }) => `لا يزيد على ${most}`),
  version: filled(
    ({ current }, raw) =>
      `يكون إصدارًا تقرؤه هذه النسخة من صيغة المستند: ${raw['current'] === 1 ? current : `من ${isolated(1)} إلى ${current}`}`,
  ),
  noSuchPreset: () => 'يسمّي مركزًا جاهزًا موجودًا',
  presetsNeedText: () => 'يكون مركزًا جاهزًا تحمله هذه النسخة',
  path: () =>
    `يكون مسارًا: مفاتيح تفصل بينها نقاط، والمفاتيح غير المألوفة بين علامتي اقتباس، وعناصر القوائم بالاسم أو ${isolated('[number]')}`,
  existingParent: () => 'يقع داخل جزء موجود في المستند',
  disjointPaths: filled(({ other }) => `لا يتداخل مع ${other} في البديل نفسه`),
  sameInAllVariants: () => 'يكون نفسه في خط الأساس وفي كل البدائل',
  uniqueName: () => 'يكون له اسم خاص به',
  freeName: filled(({ key }) => `يكون له اسم آخر: ${key} إعداد وليس نوع اتصال`),
  besideFamily: filled(({ families }) => `يرد مع ${isolated('family')}: ${families}، أو يُحذف`),
  currencyCode: () => `يكون ثلاثة أحرف لاتينية كبيرة، مثل ${isolated('USD')}`,
  notEmpty: () => 'يتضمّن حرفًا واحدًا على الأقل',
  sameBasis: filled(({ basis }) => `يُحتسب على أساس واحد في كل أجزائه: ${basis}`),
  samePeriod: filled(({ basis }) => `يكون لفترة واحدة في كل أجزائه ويسمّيها: ${basis}`),
  namedPeriod: filled(({ example }) => `يسمّي فترته: ${example}`),
  chargedOn: filled(({ bases }) => `يُحتسب على أحد هذه الأسس (${bases})`),
  steppedOn: filled(({ bases }) => `يُحتسب على أحد هذه الأسس (${bases}) كي يُدفع على شرائح من المقاعد`),
  documentCurrency: filled(({ currency, example }) => `يكون بعملة المستند، ${currency}، مثل ${example}`),
  divideTheDay: () => 'يقسم اليوم إلى فترات متساوية',
  wholeIntervals: filled(({ minutes }) => `يبدأ وينتهي على فترات كاملة طول كل منها ${minutes} من الدقائق`),
  closeAfterOpen: () => 'يكون الإغلاق بعد الافتتاح',
  openHours: () => `يكون ساعات عمل مثل ${isolated('"08:00-20:00"')}`,
  disjointHours: () => 'لا يتداخل مع ساعات عمل أخرى في اليوم نفسه',
  weekdays: () => `يكون أيام أسبوع مثل ${isolated('mon')} أو ${isolated('mon-fri')} أو ${isolated('"mon,wed,fri"')}`,
  oneWeightPerInterval: filled(({ day, open }) => `يعطي وزنًا واحدًا لكل فترة عمل (${day}: ${open})`),
  somePositive: () => 'يكون فيه وزن واحد على الأقل أكبر من الصفر',
  insideHorizon: filled(({ from, weeks }) => `يقع ضمن الأفق الزمني، وعدد أسابيعه ${weeks} ابتداءً من ${from}`),
  onOpenDay: () => 'يشمل يومًا يكون المركز فيه مفتوحًا',
  someOpenDay: () => 'يُبقي في الأفق الزمني يومًا يكون المركز فيه مفتوحًا',
  changesSomething: () => `يكون فيه ${isolated('volume')} أو ${isolated('handleTime')}`,
  extrapolated: filled(({ weeks }, { period }) => `يكون ${weeks} أو أكثر كي لا تكون النتائج على مدى ${periodWord(period!)} مجرد استقراء`),
  oneWeightPerWeek: filled(({ weeks }) => `يعطي وزنًا واحدًا لكل أسبوع، وعدد الأسابيع ${weeks}`),
  oneTimePerChat: filled(({ cap }) => `يعطي وقت معالجة لكل عدد من المحادثات الجارية، من ${isolated(1)} إلى ${cap}`),
  sdOfBeta: filled(({ below }) => `يكون انحرافه المعياري أقل من ${below} كي يناسب متوسطه وطرفيه`),
  insideSupport: filled(({ lower, upper }) => `يقع بين ${lower} و${upper}`),
  strictlyInsideSupport: filled(({ lower, upper }) => `يقع بين ${lower} و${upper} دون الطرفين`),
  positiveDensity: () => `تكون له مئينات يمكن أن يمر بها توزيع ${isolated('metalog')}`,
  nearestCorrelations: (values) =>
    `تنسجم قيمه معًا؛ وأقرب ما ينسجم هو ${Object.entries(values)
      .map(([ends, rho]) => isolated(`${ends}: ${rho}`))
      .join('، ')}`,
  sameCountInAllVariants: () => 'يُعَدّ بالطريقة نفسها في كل البدائل: الحاجات وراءه هي حاجات خط الأساس',
  someoneOnDuty: filled(({ type }) => `يكون فيه من يناوب: لا أحد غيره يتلقى ${type}`),
  reportFitsLevers: () => 'يكون تقريرًا تسمح به روافع خط الأساس: لا توجد حاجات وأوقات معالجة تعطي هذا الرقم معها',
  reportJumps: filled(
    ({ distance }) => `أقرب تقرير يبعد عنه ${distance}، فالوكلاء عدد صحيح، وزيادة وكيل في فترات كثيرة معًا تجعل التقرير يقفز فوق الرقم`,
  ),
  handleTimeLeft: () => 'يُبقي للاتصال الأول ثانية أو أكثر بعد التحقق والبرمجيات والأحداث (والمتوسط يشمل الاتصالات المتكررة الأطول)',
  sameMeasureInAllVariants: () => 'يكون المقياس نفسه في كل البدائل (القاعدة والحد الزمني)، وإلا تعذّرت مقارنة مستويات الخدمة',
  lockedNeedsTheBaselinesHoursAndGroups: () => 'يُبقي ساعات العمل ومجموعات الوكلاء كما في خط الأساس حين يكون جدول المناوبات مثبّتًا',
  transitionNeedsTheBaselinesWeeksAndGroups: () =>
    'يُبقي الأسابيع ومجموعات الوكلاء كما في خط الأساس حين يكون جدول المناوبات في مرحلة انتقالية',
  longEnoughForHires: ({ weeks, given }) =>
    `يمتد الأسابيعَ التي يُعثَر فيها على موظف جديد ويُدرَّب ويبلغ سرعة الآخرين (عددها ${weeks})؛ وهو يمتد ${given} فقط، فتكلفة التوظيف فيه أكثر من نفعه`,
  overflowInPart: () =>
    `تُحسب مساعدة المجموعة أقل كلما طال الانتظار، في أي لحظة: التخلي قريب بنقطة، ومستوى الخدمة قد يبعد خمس نقاط؛ ومع ${isolated('--floor calls')} تُسأل المجموعة بعد الانتظار`,
  sharedAsOnePool: () =>
    `أنواع الاتصالات التي تخدمها مجموعات مختلفة، بالدردشة أو مع معاودة اتصال تنتظر خارج الطابور، تُحسب مجمعًا واحدًا، وقد ينقص ذلك تخلّي أحدها بمقدار الثلثين؛ ومع ${isolated('--floor calls')} تُحاكى كما هي`,
  sharedBesideMore: () =>
    `مع الدردشة أو البريد الإلكتروني أو التواصل الاجتماعي لدى الوكلاء أنفسهم، قد يبعد مستوى خدمة نوع اتصال يخدمه غيرهم أيضًا سبع نقاط، ومستوى المكالمات كلها ثلاث نقاط؛ ومع ${isolated('--floor calls')} تُحاكى كما هي`,
  levelBelowTheirs: () =>
    `هذه المجموعة وحدها لأنواع أخرى وتخدم هذا النوع ليس بعدها؛ قد يزيد تخلّي هذا النوع بمقدار النصف أو أكثر وينقص تخلّي غيره بمقدار الخُمس؛ مستوى بعد مستواها، أو ${isolated('--floor calls')}، أقرب`,
  plannedWithoutCallbacks: () =>
    'يُخطَّط الوكلاء كأن لا أحد تُعاد مكالمته: حيث تنتظر معاودات الاتصال ساعات أهدأ يكفي عدد أقل عند الذروة، ولا يشمل التخطيط وقت الاتصال بالعملاء',
  plannedWithoutTrunks: () => 'يُخطَّط الوكلاء كأن خطًا شاغرًا دائمًا، حتى للمتصلين الذين لا يجدون خطًا',
  plannedWithoutOverflow: () => 'يُخطَّط الوكلاء كأن المجموعة تساعد فورًا لا بعد انتظار، فقد لا يكفي من يُسألون أولًا لبلوغ المستهدف',
  underItsPlan: ({ plan }) => `يقترن بـ${isolated(`staffing.plan: ${plan}`)}`,
  asInFirstDocument: ({ value }) => `يكون ${periodWord(value ?? '')} كما في المستند الأول`,
  inFirstDocument: () => 'يرد في المستند الأول',
  ofDocumentAlone: () => 'يُشغَّل وحده',
  wholeNumber: filled(({ low, high }) => `يكون عددًا صحيحًا من ${low} إلى ${high}`),
  multipleOf: filled(({ step }) => `يكون من مضاعفات ${step}`),
  shrinkageAtMost: filled(({ most }) => `لا تأخذ مكوّناته معًا أكثر من ${most} من الوقت المدفوع`),
  skilledGroup: () => 'تكون له مجموعة وكلاء لديها المهارة لخدمته',
  groupOnChannel: filled(({ channel }) => `يكون صفرًا، أو تكون له مجموعة وكلاء تخدم هذا النوع عبر القناة ${channel}`),
  handleTimeOfChannel: filled(({ channel }) => `يكون له وقت معالجة للقناة ${channel} التي تحمل جزءًا من اتصالاته`),
  shorterThanHandleTime: () => 'يكون أقصر من وقت المعالجة الذي هو جزء منه',
  oneBound: () => `يكون فيه ${isolated('atLeast')} أو ${isolated('atMost')}، واحد منهما فقط`,
  correlationEnds: () =>
    `يربط بين اثنين من ${listed(['volume', 'handleTime', 'wage', 'shrinkage'])} أو من مسارات الأرقام غير المؤكدة، وبينهما ${isolated('"~"')}`,
  linkCut: () => 'يكون كاملًا: ينتهي قبل أوانه',
  linkTooLong: filled(({ size }) => `يحمل مستندًا لا يزيد على ${size} من البايتات`),
  link: () => `يكون رابطًا كاملًا من ${isolated('Percall')}`,
  newerLink: filled(({ known }) => `يكون بصيغة تقرؤها هذه النسخة (${known}): صُنع بإصدار أحدث`),
  precision: () =>
    `يقل عن عرض، مثل ${isolated('cpc.handled.p50 < 0.5%')} أو ${isolated('serviceLevel.phone.mean < 1 point')} أو ${isolated('"Variant": delta(fte).mean < 2')}`,
  expression: () =>
    `يكون مثل ${isolated('cpc.handled.p50 <= 6.5')} أو ${isolated('p(cheaper and noWorse) >= 0.9')} أو ${isolated('"Variant": delta(fte).mean < 0')}`,
  unitOfKpi: filled(({ unit }) => `يكون بوحدة ${unit}`),
  'erlang.stable': filled(({ offered }) => `يزيد على الحمل المعروض البالغ ${offered} إيرلنغ، حين لا ينهي المتصلون مكالماتهم وهم ينتظرون`),
  'erlang.oneUnknown': filled(
    ({ unknowns }, raw) => `تُترك فيه كمية واحدة فقط مجهولة؛ والمجهول ${raw['unknowns'] === '' ? 'لا شيء' : unknowns}`,
  ),
  'erlang.reachable': filled(({ low, high }) => `يقع بين ${low} و${high}، وهو ما يمكن بلوغه`),
  'erlang.reachableByAgents': filled(({ agents }) => `يكون قابلًا للتحقيق: لا يكفي أي عدد من الوكلاء حتى ${agents}`),
  'erlang.whole': () => 'يكون عددًا صحيحًا',
  checksum: () => 'يكون كاملًا: مجموع التحقق لا يطابق، أي إن جزءًا منه قد تغيّر',
};

/** What is not modelled yet, by the engine's own phrase for it. */
export const notModelledInArabic: Readonly<Record<string, string>> = {
  'patience that is not exponential, on the instant floor': 'الصبر على الانتظار الذي ليس أسّيًّا، في الحساب اللحظي',
  'any free agent with the same chance, on the instant floor': 'أي وكيل متفرغ باحتمال متساوٍ، في الحساب اللحظي',
};

const notModelled = (since: string): string => notModelledInArabic[since] ?? isolated(since);

function must(rule: Must): string {
  switch (rule.rule) {
    case 'between':
      return `يكون ${quantity[rule.quantity]} بين ${bound(rule.low, rule.quantity)} و${bound(rule.high, rule.quantity)}`;
    case 'atLeast':
      return `يكون ${quantity[rule.quantity]} من ${bound(rule.low, rule.quantity)} فأكثر`;
    case 'above':
      return `يكون ${quantity[rule.quantity]} أكبر من ${bound(rule.low, rule.quantity)}`;
    case 'quantity':
      return `يكون ${quantity[rule.quantity]}، مثل ${isolated(rule.example)}`;
    case 'oneOf':
      return rule.names.length === 0 ? 'يكون غائبًا' : `يكون واحدًا مما يلي: ${listed(rule.names)}`;
    case 'known':
      return rule.names.length === 0 ? 'يُترك: لا يوجد ما يمكن أن يسمّيه' : `يكون اسمًا معروفًا: ${listed(rule.names)}`;
    case 'sumTo':
      return `يبلغ مجموعه ${isolated(rule.total === 1 ? '100%' : rule.total)}`;
    case 'kind':
      return `يكون ${kind[rule.kind]}${rule.example === undefined ? '' : `، مثل ${isolated(rule.example)}`}`;
    case 'present':
      return 'يُعطى';
    case 'increasing':
      return 'يتصاعد: المنخفض ثم المرجّح ثم المرتفع';
    case 'modelled':
      return `يكون من جزء مشمول في النموذج، وهذا لم يُشمَل بعد: ${notModelled(rule.since)}`;
    case 'text':
      return text[rule.key]?.(rule.values ?? {}) ?? `يستوفي ${isolated(`"${rule.key}"`)}`;
  }
}

/** What to write instead, or why; stands after a semicolon. */
const hints: Readonly<Record<HintKey, (values: Values) => string>> = {
  percent: filled(({ percent, share }) => `اكتب ${percent} أو ${share}`),
  thousands: filled(({ comma, scaled, plain }) => `تُكتب الآلاف هكذا: ${comma} أو ${scaled} أو ${plain}؛ والفاصلة العشرية نقطة`),
  decimalPoint: filled(({ example }) => `الفاصلة العشرية نقطة: ${example}`),
  currencySign: filled(({ sign, example }) => `المبالغ بعملة المستند، دون ${sign}: ${example}`),
  numberToo: filled(({ example }) => `يلزم رقم معه: ${example}`),
  perHour: filled(({ typed, perHour, hours }) => `الأجور لكل ساعة مدفوعة: ${typed} عند ${hours} ساعة في الأسبوع تعادل ${perHour}`),
  addLine: ({ line }) => `اكتب ${isolated(`\`${line}\``)}`,
  aboveMaxOccupancy: filled(
    ({ points, planned }) =>
      `هذا أعلى من ${isolated('staffing.maxOccupancy')} (${planned}) بمقدار ${points} من النقاط: فالخطة عند حدها الأقصى تخالف حدًّا أضيق بالمصادفة وحدها`,
  ),
  belowOccupancyTarget: filled(
    ({ points, target }) =>
      `هذا أدنى من ${isolated('targets.occupancy.atMost')} (${target}) بمقدار ${points} من النقاط: فالخطة عند حدها الأقصى تخالفه بالمصادفة وحدها`,
  ),
  fewContacts: filled(
    ({ contacts, comma, scaled, plain }, { period }) =>
      `عدد الاتصالات ${contacts} كل ${periodWord(period!)}؛ والرقم ${comma} يُكتب ${plain} أو ${scaled} أو ${comma}`,
  ),
  otherShare: filled(({ typed, equal, percent, share }) => `${typed} تساوي ${equal}؛ أما ${percent} فتُكتب ${percent} أو ${share}`),
  otherFactor: filled(({ factor, change, example }) => `المعامل ${factor} تغيير بمقدار ${change}؛ ويُكتب التغيير هكذا: ${example}`),
  handleTimeUnit: filled(({ mean, example }) => `متوسط ${mean} لكل اتصال؛ ويُكتب وقت المعالجة هكذا: ${example}`),
  restated: filled(
    ({ volume, example }, { before, after }) =>
      `${volume} تُحسب الآن لكل ${periodWord(after!)}؛ وما قُصد لكل ${periodWord(before!)} يُكتب هكذا: ${example}`,
  ),
  wagePerHour: filled(({ wage, example }) => `${wage} لكل ساعة مدفوعة؛ ويُكتب الأجر هكذا: ${example}`),
};

const hint = ({ key, values }: Hint): string => hints[key](values);

const didYouMean = (nearest: string | null, otherwise: string): string =>
  nearest === null ? otherwise : `؛ هل تقصد ${isolated(JSON.stringify(nearest))}؟`;

const wayOut = (words: string | null): string => (words === null ? '' : `؛ ${words}`);

const mustNot = ({ where, must: what, got, nearest, hint: way }: ProblemParts): string =>
  `${isolated(where)}: يجب أن ${what}، وليس ${isolated(got)}${wayOut(way)}${didYouMean(nearest, '')}`;

const mustOnly = ({ where, must: what }: ProblemParts): string => `${isolated(where)}: يجب أن ${what}`;

/** Where stands first, with a colon: paths have no gender for a verb to agree with. */
export const problemsInArabic: Words['problem'] = {
  sentence: {
    syntax: mustOnly,
    newer: mustOnly,
    damaged: mustOnly,
    unknownKey: ({ where, nearest, rule }) =>
      `${isolated(where)}: مفتاح غير معروف${didYouMean(nearest, rule.rule === 'known' && rule.names.length > 0 ? `؛ المعروف هنا: ${listed(rule.names)}` : '')}`,
    missing: ({ where, must: what, rule, problem }) => {
      const { hint: way } = problem.params;
      if (way?.key === 'addLine') return `${isolated(where)}: غير موجود؛ أضف ${isolated(`\`${way.values['line']}\``)}`;
      return rule.rule === 'present' ? `${isolated(where)}: غير موجود` : `${isolated(where)}: غير موجود؛ ويجب أن ${what}`;
    },
    type: mustNot,
    unit: mustNot,
    range: mustNot,
    order: mustNot,
    sum: mustNot,
    reference: mustNot,
    overlap: mustOnly,
    infeasible: mustNot,
    structure: mustNot,
    notModelledYet: ({ where, rule }) =>
      `${isolated(where)}: غير مشمول في النموذج بعد${rule.rule === 'modelled' ? ` (${notModelled(rule.since)})` : ''}`,
    unused: ({ where, must: what, rule }) =>
      `${isolated(where)}: لا أثر له ${rule.rule === 'modelled' ? `بعد، في انتظار: ${notModelled(rule.since)}` : 'هنا'}${rule.rule === 'text' ? `؛ وكي يكون له أثر يجب أن ${what}` : ''}`,
    approximate: ({ where, must: what }) => `${isolated(where)}: تقريبي في الحساب الفوري: ${what}`,
    unplanned: ({ where, must: what }) => `${isolated(where)}: لا تحسب له خطة الوكلاء حسابًا: ${what}`,
    unlikely: ({ where, got, hint: way }) => `${isolated(where)}: قيمة مستبعدة: ${way ?? isolated(got)}`,
  },
  must,
  hint,
  nothing: 'لا شيء',
  theDocument: 'المستند',
  theLink: 'الرابط',
  warning: (sentence) => `تنبيه: ${sentence}`,
};
