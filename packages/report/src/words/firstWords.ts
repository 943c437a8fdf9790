import type { FloorUsed } from '@percall/core';
import type { AnswerWords } from './pageAnswer.ts';
import type { DayWords } from './pageDay.ts';
import type { PageWords } from './page.ts';
import type { WorkWords } from './pageWork.ts';
import type { DifferenceEnd, DifferenceParts, QualityState, Words } from './words.ts';

/** What the page says before its first answer, and what that is said in: words that it cannot do without. All others of a language may come after. */
export interface FirstWords extends Pick<
  Words,
  | 'locale'
  | 'direction'
  | 'sentence'
  | 'denominator'
  | 'period'
  | 'channel'
  | 'unit'
  | 'qualityState'
  | 'kpi'
  | 'extreme'
  | 'named'
  | 'kpiOn'
> {
  readonly table: Pick<Words['table'], 'noContacts'>;
  readonly commandLine: Pick<Words['commandLine'], 'reproduces' | 'madeWith'>;
  readonly page: FirstPageWords;
}

interface FirstPageWords extends Pick<
  PageWords,
  | 'title'
  | 'separator'
  | 'tagline'
  | 'skipToAnswer'
  | 'presets'
  | 'pickPreset'
  | 'presetName'
  | 'answer'
  | 'baseline'
  | 'variants'
  | 'addVariant'
  | 'newVariantName'
  | 'undo'
  | 'redo'
  | 'share'
  | 'figureOf'
  | 'linkVerdict'
  | 'yourEarlierWork'
  | 'computing'
  | 'stop'
  | 'failed'
  | 'cannotRun'
  | 'keepsLastAnswer'
  | 'warnings'
  | 'languageName'
  | 'theme'
  | 'themeName'
  | 'qualityStrip'
  | 'stateOfQuality'
  | 'qualityFloor'
  | 'qualityChance'
  | 'qualityNoFloor'
  | 'qualityInBaseline'
  | 'baselineTick'
  | 'amount'
> {
  readonly inAnswer: Pick<AnswerWords, 'statedAs' | 'costPer' | 'totalPer' | 'total' | 'strip'>;
  readonly work: Pick<WorkWords, 'notFetched' | 'tryAgain' | 'newVersion' | 'takeOver' | 'studies' | 'report'>;
  readonly day: Pick<DayWords, 'floors'>;
}

const number = new Intl.NumberFormat('en-u-nu-latn');

const counted = (count: number, one: string, many: string): string => `${number.format(count)} ${count === 1 ? one : many}`;

const ofFutures = (count: number): string => `${count} of 100 futures`;

const side = ({ value, direction }: DifferenceEnd): string => `${value} ${direction}`;

const away = ({ value, direction }: Pick<DifferenceParts, 'value' | 'direction'>): string =>
  direction === 'same' ? 'the same as the baseline' : `${value} ${direction} the baseline`;

const stateWord: Readonly<Record<QualityState, string>> = { holds: 'holds', atRisk: 'at risk', breaks: 'breaks' };

const onFloor: Readonly<Record<FloorUsed, string>> = { erlang: 'Instant floor', calls: 'Call by call', both: 'Both floors' };

const futures = (count: number): string => counted(count, 'future', 'futures');

/** English. */
export const firstEn = {
  locale: 'en-u-nu-latn',
  direction: 'ltr',
  sentence: {
    cheaperAndNoWorse: (count) => `Cheaper and no worse in ${ofFutures(count)}.`,
    cheaper: (count) => `Cheaper in ${ofFutures(count)}.`,
    dearerAndWorse: (count) => `Dearer and worse in ${ofFutures(count)}.`,
    identical: 'The same as the baseline.',
    notASaving: (floor, state, count, wanted) =>
      `Not a saving: ${floor} ${state === 'breaks' ? 'breaks' : 'is at risk'}, met in ${ofFutures(count)} where ${wanted} are wanted.`,
    floorName: (kpi) => kpi.charAt(0).toLowerCase() + kpi.slice(1),
    quality: 'quality as a whole',
    cost: ({ denominator: per, value, currency, low, high }) => `Cost per ${per} ${value} ${currency} (90% range ${low} to ${high})`,
    noContacts: (per) => `Cost per ${per}: no contacts`,
    away,
    difference: ({ value, direction, range }) => {
      const said = away({ value, direction });
      if (range === null) return said;
      const { from, to } = range;
      const isOneSided = from.direction === to.direction && direction === from.direction;
      return `${said} (${isOneSided ? `${from.value} to ${to.value}` : `${side(from)} to ${side(to)}`})`;
    },
    chances: (cheaper, noWorse) => (noWorse === null ? `cheaper in ${cheaper}` : `cheaper in ${cheaper}, service no worse in ${noWorse}`),
    total: ({ value, direction, currency, period }) =>
      `Yet the total cost is ${value} ${currency} per ${period} ${direction} the baseline.`,
    missed: ({ floor, futures: met, baseline, wanted }) =>
      `But ${floor} is met in ${ofFutures(met)} only (baseline: ${baseline}), where ${wanted} are wanted.`,
    holds: (count) => `Every quality floor is met in ${ofFutures(count)}.`,
    noFloors: 'No quality floor is set.',
    response: {
      locked: 'Roster locked.',
      're-plan': 'Roster re-planned.',
      transition: 'Roster in transition.',
      given: 'Agents as given.',
    },
    stop: '.',
    comma: ', ',
    semicolon: '; ',
    space: ' ',
  },
  denominator: { need: 'need', offered: 'offered contact', handled: 'handled contact', resolved: 'resolved need' },
  period: { week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
  channel: { phone: 'phone', chat: 'chat', email: 'e-mail', social: 'social' },
  unit: (unit, currency, period) => {
    switch (unit) {
      case 'currencyPerContact':
        return currency;
      case 'currency':
        return `${currency} per ${period}`;
      case 'fraction':
        return '';
      case 'seconds':
        return 's';
      case 'hours':
        return `h per ${period}`;
      case 'fte':
        return '';
      case 'count':
        return `per ${period}`;
      case 'amount':
        return currency;
      case 'months':
        return 'months';
      case 'number':
        return '';
    }
  },
  qualityState: stateWord,
  kpi: {
    'cpc.need': 'Cost per need',
    'cpc.offered': 'Cost per offered contact',
    'cpc.handled': 'Cost per handled contact',
    'cpc.resolved': 'Cost per resolved need',
    totalCost: 'Total cost',
    idleCost: 'Unallocated idle time',
    serviceLevel: 'Service level',
    serviceLevelOfOffered: 'Service level, answered of offered',
    serviceLevelOfAnswered: 'Service level, answered of answered',
    serviceLevelWithoutShort: 'Service level, short abandoned left out',
    serviceLevelWithShort: 'Service level, short abandoned counted as answered',
    asa: 'Average speed of answer',
    meanWait: 'Mean wait of all',
    abandonment: 'Abandonment rate',
    occupancy: 'Occupancy',
    responded: 'Answered in time',
    responseTime: 'Mean response time',
    callbackPromise: 'Callback promise kept',
    callbackWait: 'Mean wait for a callback',
    callbackShare: 'Share of callbacks',
    transferRate: 'Transfer rate',
    blocked: 'Blocked',
    unresponsive: 'Unresponsive calls',
    concurrency: 'Concurrency',
    fcr: 'First contact resolution',
    repeatRate: 'Repeat rate',
    redialRate: 'Redial rate',
    containment: 'Containment',
    deflection: 'Deflection',
    csat: 'Customer satisfaction, assumed',
    'selfService.completion': 'Self-service completion',
    handleTime: 'Average handle time',
    'contacts.need': 'Needs',
    'contacts.offered': 'Offered contacts',
    'contacts.handled': 'Handled contacts',
    'contacts.resolved': 'Resolved needs',
    paidHours: 'Paid hours',
    fte: 'FTE',
    idleShare: 'Idle share of paid time',
    shrinkageShare: 'Shrinkage share of paid time',
    npv: 'Net present value of the investment',
    payback: 'Pay-back (longest: not within the investment’s years)',
    paidBack: 'Paid back within the investment’s years',
  },
  extreme: { worstWeek: 'worst week', worstInterval: 'worst interval', bestWeek: 'best week', bestInterval: 'best interval' },
  named: (name) => name,
  kpiOn: (name, channel, contactType, extreme) =>
    [channel === null ? name : `${name} on ${channel}`, contactType, extreme].filter((part) => part !== null).join(', '),

  table: {
    noContacts: 'no contacts',
  },

  commandLine: {
    reproduces: (headline) => `reproduces ${headline}`,
    madeWith: (madeBy, then, thisVersion, now) => `made with ${madeBy}, which gave ${then}; this build, ${thisVersion}, gives ${now}`,
  },

  page: {
    title: 'Percall',
    separator: ' · ',
    tagline: 'What a contact costs, what it would cost after a change, and whether service stands it.',
    skipToAnswer: 'Skip to the answer',
    presets: 'Centres',
    pickPreset: 'Start from a centre',
    presetName: {
      'telecom-peak': { label: 'Telecom, peak season', question: 'Overtime, hires, callback or a better IVR for the season?' },
      'bank-ivr-verification': { label: 'Bank, IVR verification', question: 'Does letting the IVR identify callers pay back?' },
      'retailer-callbacks': { label: 'Retailer, callbacks', question: 'Can callbacks replace peak staff?' },
      'saas-support': { label: 'SaaS support', question: 'Does the help centre cut the cost per contact?' },
      'public-sector-line': { label: 'Public-sector line', question: 'Is our low cost per contact real?' },
      'bpo-cross-training': { label: 'Outsourcer, many skills', question: 'How much cross-training pays for itself?' },
      'airline-disruption': { label: 'Airline, disruption', question: 'What do three days of storm cost, on the roster as it stands?' },
      'health-open-enrolment': { label: 'Health, open enrolment', question: 'When must we hire for open enrolment?' },
      'gulf-ecommerce': { label: 'Gulf e-commerce', question: 'Should voice move to messaging for Ramadan?' },
      'it-help-desk': { label: 'IT help desk', question: 'Can we lose one agent?' },
    },
    answer: 'Answer',
    baseline: 'Baseline',
    variants: 'Variants',
    addVariant: 'Add a variant',
    newVariantName: (count) => `Variant ${number.format(count)}`,
    undo: 'Undo',
    redo: 'Redo',
    share: 'Share',
    figureOf: (name, figure) => `${name} ${figure}`,
    linkVerdict: (kpi, verdict) => `${kpi}: ${verdict}`,
    yourEarlierWork: 'Your earlier work',
    computing: 'Computing',
    stop: 'Stop',
    failed: (message) => `The computation failed: ${message}`,
    cannotRun: 'This cannot be computed',
    keepsLastAnswer: 'The last answer stays on the page until this is put right.',
    warnings: (count) => counted(count, 'warning', 'warnings'),
    languageName: { en: 'English', ar: 'العربية' },
    theme: 'Theme',
    themeName: { light: 'Light', dark: 'Dark', system: 'As the system' },
    qualityStrip: 'Service quality',
    stateOfQuality: (state) => `Service ${state}`,
    qualityFloor: (side, value) => `${side === 'atLeast' ? 'at least' : 'at most'} ${value}`,
    qualityChance: (futures) => `met in ${futures} of 100 futures`,
    qualityNoFloor: 'no floor set',
    qualityInBaseline: (futures) => `baseline: ${futures} of 100`,
    baselineTick: (value) => `Baseline ${value}`,
    amount: (text, symbol) => `${text} ${symbol}`,

    inAnswer: {
      statedAs: 'What the answer is stated in',
      costPer: 'Cost per',
      totalPer: 'Totals per',
      total: (value, baseline) => (baseline === null ? `Total cost ${value}` : `Total cost ${value}, baseline ${baseline}`),
      strip: {
        worst: 'Least sure:',
        more: (count) => `${number.format(count)} more`,
        fewer: 'Show less',
      },
    },

    work: {
      notFetched: 'A part of the page could not be fetched. Is there a network?',
      tryAgain: 'Try again',
      newVersion: 'A new version of this page is ready. Your work stays.',
      takeOver: 'Use it now',
      studies: 'Studies',
      report: 'Report',
    },

    day: {
      floors: {
        computingExact: (done, of) => `Computing call by call: ${number.format(done)} of ${futures(of)}`,
        refining: (used, done, of) => `${onFloor[used]}: ${number.format(done)} of ${futures(of)}`,
        correcting: (used, done, of) => `${onFloor[used]}. Refining call by call: ${number.format(done)} of ${futures(of)}`,
        corrected: ({ futures: all, exact, headline, moved, currency }) =>
          `${futures(all)}, corrected by the exact floor, call by call in ${exact} of them${
            moved === null ? '.' : `: it moves the ${headline} by ${moved.value} ± ${moved.error} ${currency}.`
          }`,
        countsOff: (off, bySampling) => ` Counts of 100 futures may be ${off} off${bySampling ? ' by sampling alone' : ''}.`,
        exactAlone: (all) => `${futures(all)}, every one of them call by call.`,
        instantAlone: (all) => `${futures(all)} on the instant floor. Call by call would take too long here, so nothing corrects it.`,
        stopped: (used, done, of) => `${onFloor[used]}, stopped: ${number.format(done)} of ${futures(of)}`,
        uncorrected: (all) => `Instant floor, ${futures(all)}. Stopped before the exact floor corrected it.`,
        progress: 'Futures run call by call',
      },
    },
  },
} as const satisfies FirstWords;
