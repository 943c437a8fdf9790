import type { FloorUsed } from '@percall/core';
import { countInArabic, futuresForms, numberInArabic } from './countInArabic.ts';
import { isolated } from './isolated.ts';
import type { DayWords } from './pageDay.ts';

const futures = (count: number): string => countInArabic(count, futuresForms);

const onFloor: Readonly<Record<FloorUsed, string>> = { erlang: 'حساب لحظي', calls: 'مكالمة بمكالمة', both: 'الحسابان معًا' };

/** As in the report: the instant floor is the instant computation, the exact one goes call by call. */
export const dayInArabic = {
  floors: {
    computingExact: (done, of) => `جارٍ الحساب مكالمة بمكالمة: ${numberInArabic(done)} من أصل ${futures(of)}`,
    refining: (used, done, of) => `${onFloor[used]}: ${numberInArabic(done)} من أصل ${futures(of)}`,
    correcting: (done, of) => `حساب لحظي، وجارٍ تدقيقه مكالمة بمكالمة: ${numberInArabic(done)} من أصل ${futures(of)}`,
    corrected: ({ futures: all, exact, headline, moved, currency }) =>
      `${futures(all)}، صُحّحت بالحساب الدقيق مكالمة بمكالمة (عدد الحالات: ${isolated(exact)})${
        moved === null ? '.' : `، وهو يغيّر ${headline} بمقدار ${isolated(`${moved.value} ± ${moved.error} ${currency}`)}.`
      }`,
    exactAlone: (all) => `${futures(all)}، كلها مكالمة بمكالمة.`,
    instantAlone: (all) => `${futures(all)} بالحساب اللحظي. الحساب مكالمة بمكالمة يستغرق هنا وقتًا طويلًا، فلا شيء يصحّحه.`,
    stopped: (used, done, of) => `${onFloor[used]}، توقّف عند ${numberInArabic(done)} من أصل ${futures(of)}`,
    uncorrected: (all) => `حساب لحظي، ${futures(all)}. توقّف قبل أن يصحّحه الحساب الدقيق.`,
    progress: 'حالات محسوبة مكالمة بمكالمة',
  },
} as const satisfies DayWords;
