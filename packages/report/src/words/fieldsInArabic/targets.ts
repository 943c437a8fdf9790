import type { Fields, Options } from './fieldsInArabic.ts';

const every: Options = { period: 'على الأسابيع كلها', week: 'على أسوأ أسبوع', interval: 'على أسوأ فترة' };

const rules: Options = {
  'answered / offered': 'ما أُجيب في الوقت، من كل الوارد',
  'answered / answered': 'ما أُجيب في الوقت، من كل ما أُجيب',
  'answered / (offered - short abandoned)': 'ما أُجيب في الوقت، من الوارد دون من تخلّوا ضمن الوقت',
  '(answered + short abandoned) / offered': 'ما أُجيب أو تخلّى صاحبه ضمن الوقت، من كل الوارد',
};

const judged = (path: string): Fields => ({
  [`${path}.every`]: ['أساس الحكم', 'على مجاميع المدة كلها، أو على أسوأ أسبوع فيها أو أسوأ فترة.', every],
});

/** A target that is a lower or an upper bound. */
const bounded = (path: string, label: string, help: string): Fields => ({
  [path]: [label, help],
  [`${path}.atLeast`]: [`${label}، لا يقل عن`, help],
  [`${path}.atMost`]: [`${label}، لا يزيد على`, help],
  ...judged(path),
});

const serviceLevel = (path: string, name: string): Fields => ({
  [`${path}.atLeast`]: [`مستوى الخدمة لا يقل عن، ${name}`, 'النسبة المطلوبة التي يُرَد عليها في الوقت المحدد.'],
  [`${path}.within`]: [`الرد خلال، ${name}`, 'المدة التي يُعَدّ الرد ضمنها في الوقت المحدد.'],
  [`${path}.rule`]: ['قاعدة الاحتساب', 'ما يُقسَم على ماذا؛ والتخلي السريع: من تخلى قبل انقضاء المدة.', rules],
  ...judged(path),
});

const abandonmentHelp = 'نسبة الاتصالات المعروضة التي تتخلى عن الانتظار.';

export const targets: Fields = {
  targets: ['المستهدفات', 'حدود الجودة: التوفير الذي يخلّ بأحدها ليس توفيرًا.'],
  'targets.serviceLevel': ['مستوى الخدمة', 'للهاتف والدردشة معًا، أو حسب القناة. وإن لم يُذكر: {80%} خلال {20 s}.'],
  ...serviceLevel('targets.serviceLevel', 'القنوات المباشرة'),
  'targets.serviceLevel.phone': ['مستوى الخدمة، الهاتف', 'نسبة المكالمات التي يُرَد عليها خلال مدة محددة.'],
  ...serviceLevel('targets.serviceLevel.phone', 'الهاتف'),
  'targets.serviceLevel.chat': ['مستوى الخدمة، الدردشة', 'نسبة محادثات الدردشة التي يُرَد عليها خلال مدة محددة.'],
  ...serviceLevel('targets.serviceLevel.chat', 'الدردشة'),
  ...bounded('targets.abandonment', 'معدل التخلي، القنوات المباشرة', abandonmentHelp),
  ...bounded('targets.abandonment.phone', 'معدل التخلي، الهاتف', abandonmentHelp),
  ...bounded('targets.abandonment.chat', 'معدل التخلي، الدردشة', abandonmentHelp),
  ...bounded('targets.speedOfAnswer', 'متوسط سرعة الرد', 'متوسط انتظار الاتصالات التي رُدّ عليها.'),
  ...bounded('targets.occupancy', 'نسبة الإشغال', 'نسبة ما يقضيه الوكلاء في الاتصالات من وقتهم المتاح.'),
  ...bounded('targets.email', 'الرد على البريد في موعده', 'نسبة رسائل البريد الإلكتروني التي يُرَد عليها في موعدها.'),
  ...bounded('targets.social', 'الرد على وسائل التواصل في موعده', 'نسبة اتصالات وسائل التواصل الاجتماعي التي يُرَد عليها في موعدها.'),
  ...bounded('targets.callbackPromise', 'الوفاء بوعد معاودة الاتصال', 'نسبة معاودات الاتصال التي تتم ضمن الوقت الموعود.'),
  ...bounded('targets.firstContactResolution', 'الحل من أول اتصال', 'نسبة الحاجات التي يلبّيها أول اتصال.'),
  'targets.chance': ['الاحتمال المطلوب', 'احتمال تحقق الحدود كلها الذي تُعَدّ الجودة عنده مأمونة.'],
  'targets.tolerance': ['هامش التسامح', 'كم يجوز أن يسوء حدّ غير متحقق مقارنة بخط الأساس ويبقى معدودًا «دون تراجع».'],
  'targets.tolerance.serviceLevel': ['مستوى الخدمة', 'بالنقاط المئوية.'],
  'targets.tolerance.abandonment': ['معدل التخلي', 'بالنقاط المئوية.'],
  'targets.tolerance.speedOfAnswer': ['متوسط سرعة الرد', 'بالثواني.'],

  quality: ['الجودة', 'رأي العملاء في الخدمة، إن كان معروفًا لديك.'],
  'quality.csat': ['رضا العملاء', 'منحنى تضعه أنت: لا يُعرَف عنه شيء هنا، وتسمّيه النتائج مفترَضًا. وإن لم يُذكر فلا يقال عن الرضا شيء.'],
  'quality.csat.base': ['الراضون في أحسن الأحوال', 'نسبة الراضين ممن رُدّ عليهم فورًا ومن أول مرة ودون تحويل.'],
  'quality.csat.perMinuteWaited': ['تغيّر الرضا لكل دقيقة انتظار', 'التغيّر بالنقاط المئوية عن كل دقيقة انتظرها اتصال رُدّ عليه.'],
  'quality.csat.perRepeat': ['تغيّر الرضا لكل تكرار', 'التغيّر بالنقاط المئوية عن اتصال عميل عاد لأن حاجته لم تُلبَّ.'],
  'quality.csat.perTransfer': ['تغيّر الرضا لكل تحويل', 'التغيّر بالنقاط المئوية عن اتصال يُحوَّل.'],
  'quality.csat.abandoned': ['الراضون دون خدمة', 'نسبة الراضين ممن تخلّوا عن الانتظار أو رُدّوا أو لم تتم معاودة الاتصال بهم.'],
};
