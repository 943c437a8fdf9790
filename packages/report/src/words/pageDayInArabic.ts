import type { FloorUsed } from '@percall/core';
import { countInArabic, futuresForms, numberInArabic, type CountForms } from './countInArabic.ts';
import { isolated } from './isolated.ts';
import type { DayWords } from './pageDay.ts';

const futures = (count: number): string => countInArabic(count, futuresForms);

const onFloor: Readonly<Record<FloorUsed, string>> = { erlang: 'حساب لحظي', calls: 'مكالمة بمكالمة', both: 'الحسابان معًا' };

const contactsForms: CountForms = {
  zero: 'لا اتصالات',
  one: 'اتصال واحد',
  two: 'اتصالان',
  few: 'اتصالات',
  many: 'اتصالًا',
  other: 'اتصال',
};

/** As in the report: the instant floor is the instant computation, the exact one goes call by call. */
export const dayInArabic = {
  floors: {
    computingExact: (done, of) => `جارٍ الحساب مكالمة بمكالمة: ${numberInArabic(done)} من أصل ${futures(of)}`,
    refining: (used, done, of) => `${onFloor[used]}: ${numberInArabic(done)} من أصل ${futures(of)}`,
    correcting: (used, done, of) => `${onFloor[used]}، وجارٍ التدقيق مكالمة بمكالمة: ${numberInArabic(done)} من أصل ${futures(of)}`,
    corrected: ({ futures: all, exact, headline, moved, currency }) =>
      `${futures(all)}، صُحّحت بالحساب الدقيق مكالمة بمكالمة (عدد الحالات: ${isolated(exact)})${
        moved === null ? '.' : `، وهو يغيّر ${headline} بمقدار ${isolated(`${moved.value} ± ${moved.error} ${currency}`)}.`
      }`,
    countsOff: (off, bySampling) =>
      ` قد تختلف الأعداد من كل ${numberInArabic(100)} حالة بمقدار ${isolated(`±${off}`)}${bySampling ? ' بسبب المعاينة وحدها' : ''}.`,
    exactAlone: (all) => `${futures(all)}، كلها مكالمة بمكالمة.`,
    instantAlone: (all) => `${futures(all)} بالحساب اللحظي. الحساب مكالمة بمكالمة يستغرق هنا وقتًا طويلًا، فلا شيء يصحّحه.`,
    stopped: (used, done, of) => `${onFloor[used]}، توقّف عند ${numberInArabic(done)} من أصل ${futures(of)}`,
    uncorrected: (all) => `حساب لحظي، ${futures(all)}. توقّف قبل أن يصحّحه الحساب الدقيق.`,
    progress: 'حالات محسوبة مكالمة بمكالمة',
  },
  heat: {
    title: 'حسب ساعات اليوم',
    shows: 'المعروض',
    measure: { missed: 'عدم بلوغ الهدف', load: 'الحِمل', agents: 'الوكلاء', wait: 'متوسط الانتظار' },
    explain: {
      missed: 'كم مرة لا تبلغ الفترة هدف مستوى الخدمة.',
      load: 'الحِمل المعروض بوحدة الإرلنغ: الاتصالات التي تطلب وكيلًا، مضروبة في متوسط وقت معالجتها، مقسومة على طول الفترة.',
      agents: 'متوسط عدد الوكلاء المناوبين القادرين على تلقّي هذه الاتصالات.',
      wait: 'متوسط انتظار من يُجاب عليهم.',
    },
    basis: ({ scenario, futures: count, floor }) =>
      `${isolated(scenario)}، عبر كل أيامه في ${futures(count)}، ${floor === 'calls' ? 'مكالمة بمكالمة' : 'بالحساب اللحظي'}.`,
    target: ({ atLeast, within }) => `الهدف: الرد على ${isolated(atLeast)} خلال ${isolated(within)}.`,
    channel: 'القناة',
    time: 'الوقت',
    when: (day, time) => `${day} ${isolated(time)}`,
    cell: (when, measure, value) => `${when}، ${measure}: ${isolated(value)}`,
    closed: 'مغلق',
    noValue: 'لا شيء',
    wait: (seconds) => isolated(`${seconds} ث`),
    summary: ({ measure, most, least }) =>
      `${measure}: الأعلى ${most.when} (${isolated(most.value)})، والأدنى ${least.when} (${isolated(least.value)}).`,
    legend: 'الألوان',
    steps: {
      missed: ['يكاد لا يحدث', 'نادرًا', 'أحيانًا', 'كثيرًا', 'غالبًا'],
      load: ['الأدنى', 'منخفض', 'متوسط', 'مرتفع', 'الأعلى'],
      agents: ['الأقل', 'قليل', 'متوسط', 'كثير', 'الأكثر'],
      wait: ['الأقصر', 'قصير', 'متوسط', 'طويل', 'الأطول'],
    },
    step: (name, from, to) => `${name}، من ${isolated(from)} إلى ${isolated(to)}`,
    hint: `مفاتيح الأسهم تنتقل من خانة إلى أخرى، و${isolated('Enter')} يعرض مكالمات تلك الفترة في حالة مستقبلية واحدة.`,
    computing: 'جارٍ الحساب حسب ساعات اليوم',
    noTarget: 'ليس لهذه القناة هدف لمستوى الخدمة.',
    nobodyWaits: 'لا أحد ينتظر على الخط هنا: كل اتصال يُجاب عليه لاحقًا.',
  },
  replay: {
    title: (when) => `${when}، مكالمة بمكالمة`,
    scope: (scenario, future) => `${isolated(scenario)}، الحالة المستقبلية ${isolated(future)}، بالحساب الدقيق.`,
    summary: ({ calls, waited, longest, abandoned }) =>
      `${countInArabic(calls, contactsForms)} في الفترة. عدد المنتظرين: ${numberInArabic(waited)}، وأطول انتظار ${isolated(longest)}. عدد من أغلقوا الخط: ${numberInArabic(abandoned)}.`,
    none: 'لا أحد في هذه الفترة من هذه الحالة المستقبلية.',
    computing: 'جارٍ حساب هذه الحالة المستقبلية مكالمة بمكالمة',
    play: 'تشغيل',
    pause: 'إيقاف مؤقت',
    step: 'الحدث التالي',
    toStart: 'العودة إلى البداية',
    speed: 'السرعة',
    times: (factor) => `أسرع ${isolated(factor)} مرة`,
    moment: 'اللحظة',
    momentText: ({ time, waiting, withAgents }) =>
      `${isolated(time)}، في الانتظار: ${numberInArabic(waiting)}، مع الوكلاء: ${numberInArabic(withAgents)}`,
    anotherFuture: 'حالة مستقبلية أخرى',
    day: 'اليوم',
    close: 'إغلاق العرض',
    queue: 'الاتصالات في الانتظار',
    waiting: 'في الانتظار',
    withAgents: 'مع الوكلاء',
    answered: 'أُجيب عليها',
    abandoned: 'أغلقوا الخط',
    table: 'الاتصالات في جدول',
    columns: { arrived: 'الوصول', contactType: 'نوع الاتصال', waited: 'الانتظار', outcome: 'النتيجة', group: 'الوكلاء' },
    outcome: {
      none: 'لم يُقبل',
      inIvr: 'في الرد الآلي',
      waiting: 'ما زال ينتظر',
      served: 'ما زال مع وكيل',
      untilRetry: 'ستُعاد محاولة الاتصال به',
      handled: 'أُجيب عليه',
      abandoned: 'أغلق الخط',
      blocked: 'لا خط متاحًا',
      closedOut: 'أُغلق المركز قبل الرد',
      callbackLost: 'لم يُبلَغ بمعاودة الاتصال',
      leftInIvr: 'انتهى في الرد الآلي',
    },
  },
  compare: {
    title: 'مقارنة',
    pinned: 'البدائل المثبّتة',
    most: (count) => `العدد الأقصى معًا: ${numberInArabic(count)}.`,
    sameCustomers: (count) =>
      `تمر كل الأعمدة بالحالات المستقبلية نفسها (عددها ${numberInArabic(count)}): العملاء أنفسهم يتصلون في اللحظات نفسها.`,
    inputs: 'ما يختلف',
    noChanges: 'لا يختلف أي مدخل عن خط الأساس.',
    computing: 'جارٍ حساب كل البدائل',
    noVariants: 'لا بديل للمقارنة بعد.',
  },
} as const satisfies DayWords;
