import type { Fields, Options } from './fieldsInArabic.ts';

const handleTimeLaws: Options = {
  lognormal: 'لوغاريتمي طبيعي',
  exponential: 'أسّي',
  gamma: 'غاما',
  weibull: 'ويبل',
  erlang: 'إيرلنغ',
  deterministic: 'المتوسط دائمًا',
  empirical: 'كما رُصد',
};

const patienceLaws: Options = {
  exponential: 'أسّي',
  weibull: 'ويبل',
  lognormal: 'لوغاريتمي طبيعي',
  hyperexponential: 'فوق الأسّي',
  uniform: 'منتظم',
  deterministic: 'المتوسط دائمًا',
};

/** A channel inside a label, and in "contacts by it". */
const channels = {
  phone: { name: 'الهاتف', by: 'عبر الهاتف' },
  chat: { name: 'الدردشة', by: 'عبر الدردشة' },
  email: { name: 'البريد الإلكتروني', by: 'عبر البريد الإلكتروني' },
  social: { name: 'وسائل التواصل', by: 'عبر وسائل التواصل الاجتماعي' },
} as const;

type Channel = keyof typeof channels;

const ofEach = (names: readonly Channel[], fields: (channel: Channel) => Fields): Fields =>
  Object.assign({}, ...names.map(fields)) as Fields;

const shareOf = (channel: Channel): Fields => ({
  [`contactTypes.*.channels.${channel}`]: [
    `حصة ${channels[channel].name}`,
    `نسبة الاتصالات التي ترد ${channels[channel].by}. ومجموع الحصص لكل نوع اتصال {100%}.`,
  ],
});

function handleTimeOf(channel: Channel): Fields {
  const { name, by } = channels[channel];
  const path = `contactTypes.*.handleTime.${channel}`;
  return {
    [path]: [
      `وقت المعالجة، ${name}`,
      `وقت الوكيل لكل اتصال ${by}: الحديث أو الكتابة والتعليق وأعمال ما بعد الاتصال. والمدة المفردة هي المتوسط.`,
    ],
    [`${path}.mean`]: [`متوسط وقت المعالجة، ${name}`, 'كما يرد في التقارير مع روافع خط الأساس؛ ويشمل أعمال ما بعد الاتصال.'],
    [`${path}.afterContactWork`]: [`أعمال ما بعد الاتصال، ${name}`, 'الجزء من المتوسط بعد انصراف العميل: لا حديث فيه ولا اتصال هاتفي.'],
    [`${path}.cv`]: [`تباين وقت المعالجة، ${name}`, 'الانحراف المعياري لاتصال واحد مقسومًا على المتوسط.'],
    [`${path}.family`]: ['التوزيع', 'التوزيع الاحتمالي لوقت معالجة اتصال واحد.', handleTimeLaws],
    [`${path}.shape`]: ['المراحل', 'عدد مراحل توزيع إيرلنغ.'],
    [`${path}.values`]: ['أوقات معالجة مرصودة', 'مدد اتصالات مفردة؛ مع {family: empirical}.'],
  };
}

function patienceOf(channel: Channel): Fields {
  const { name, by } = channels[channel];
  const path = `contactTypes.*.patience.${channel}`;
  return {
    [path]: [`الصبر على الانتظار، ${name}`, `كم ينتظر العميل ${by} قبل أن يتخلى. والمدة المفردة هي المتوسط.`],
    [`${path}.mean`]: [`متوسط الصبر، ${name}`, 'لكل العملاء لو طال انتظارهم بلا نهاية: وليس متوسط انتظار من تخلّوا.'],
    [`${path}.balk`]: [`المغادرة الفورية، ${name}`, 'نسبة من يجدون كل الوكلاء مشغولين فيغادرون فورًا.'],
    [`${path}.family`]: ['التوزيع', 'التوزيع الاحتمالي للصبر على الانتظار.', patienceLaws],
    [`${path}.shape`]: [
      'الشكل',
      'معامل شكل توزيع {Weibull}، أو معامل الاختلاف لتوزيع {lognormal} أو {hyperexponential}، أو نصف عرض توزيع {uniform} على متوسطه.',
    ],
  };
}

const allChannels: readonly Channel[] = ['phone', 'chat', 'email', 'social'];
const live: readonly Channel[] = ['phone', 'chat'];

export const contactTypes: Fields = {
  contactTypes: ['أنواع الاتصالات', 'أسباب اتصال العملاء، بالاسم.'],
  'contactTypes.*': ['نوع اتصال', 'سبب للاتصال: حاجة واحدة للعميل.'],
  'contactTypes.*.volume': [
    'حجم الاتصالات',
    'عدد الاتصالات كما تعدّها تقارير المركز، مع روافع خط الأساس. وله أن يسمّي فترته، وإلا فهو لفترة المستند.',
  ],
  'contactTypes.*.volume.counted': [
    'ما يعدّه الحجم',
    'المعروضة: ما يطلب وكيلًا، ومنها إعادة المحاولة والتكرار؛ والمعالَجة: ما تحدّث فيه وكيل؛ والحاجات: حاجات العملاء المختلفة.',
    { offered: 'الاتصالات المعروضة', handled: 'الاتصالات المعالَجة', needs: 'الحاجات' },
  ],
  'contactTypes.*.variation': ['التباين', 'كم تزيد الأيام والفترات ازدحامًا أو هدوءًا عن الخطة، فوق تذبذب العملاء المستقلين.'],
  'contactTypes.*.variation.dayToDay': ['من يوم إلى يوم', 'معامل الاختلاف لازدحام اليوم.'],
  'contactTypes.*.variation.shared': ['المشترك بين الأنواع', 'نسبة تباين اليوم التي تشترك فيها كل أنواع الاتصالات.'],
  'contactTypes.*.variation.withinDay': ['داخل اليوم', 'معامل الاختلاف لازدحام الفترة الواحدة.'],
  'contactTypes.*.channels': ['القنوات', 'كيف ترد اتصالات هذا النوع. وإن لم تُذكر فكلها عبر الهاتف.'],
  ...ofEach(allChannels, shareOf),
  'contactTypes.*.handleTime': ['وقت المعالجة', 'وقت الوكيل لكل اتصال، حسب القناة؛ وهو مطلوب لكل قناة مستخدمة.'],
  ...ofEach(allChannels, handleTimeOf),
  'contactTypes.*.patience': ['الصبر على الانتظار', 'كم ينتظر العملاء، لكل قناة مباشرة.'],
  ...ofEach(live, patienceOf),
  'contactTypes.*.firstContactResolution': ['الحل من أول اتصال (FCR)', 'نسبة الحاجات التي يلبّيها أول اتصال بوكيل.'],
  'contactTypes.*.firstContactResolution.measured': [
    'كيف يقاس الحل من أول اتصال',
    'بسؤال العملاء: قالوا إن حاجتهم لُبّيت؛ أو بمن لم يعد: لم يتصل العميل من جديد.',
    { surveyed: 'بسؤال العملاء', noRepeat: 'بمن لم يعد' },
  ],
  'contactTypes.*.repeat': ['الاتصالات المتكررة', 'عملاء لم تُلبَّ حاجتهم فاتصلوا من جديد.'],
  'contactTypes.*.repeat.share': ['نسبة التكرار', 'نسبة الحاجات غير الملبّاة التي تعود.'],
  'contactTypes.*.repeat.after': ['التكرار بعد', 'متوسط الوقت حتى تعود.'],
  'contactTypes.*.repeat.handleTime': ['وقت معالجة المتكرر', 'معامل على وقت المعالجة.'],
  'contactTypes.*.redial': ['إعادة المحاولة', 'عملاء تخلّوا عن الانتظار ثم حاولوا من جديد.'],
  'contactTypes.*.redial.share': ['نسبة إعادة المحاولة', 'نسبة من تخلّوا ثم حاولوا من جديد.'],
  'contactTypes.*.redial.after': ['إعادة المحاولة بعد', 'متوسط الوقت حتى يحاولوا من جديد.'],
  'contactTypes.*.difficulty': ['الصعوبة', 'الحاجات السهلة هي التي تلبّيها الأنظمة الآلية: قوة ذلك، ارتباطًا من {0} إلى {1}.'],
  'contactTypes.*.difficulty.selfService': [
    'الصعوبة والخدمة الذاتية',
    'الارتباط بين الصعوبة الكامنة في الحاجة وإخفاق النظام الآلي في تلبيتها.',
  ],
  'contactTypes.*.difficulty.containment': ['الصعوبة والاحتواء', 'الارتباط بين الصعوبة الكامنة في الحاجة وإخفاق النظام الآلي في تلبيتها.'],
};
