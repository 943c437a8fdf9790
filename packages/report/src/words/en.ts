import { fieldWords, optionWords, type Hint, type HintKey, type Must, type Quantity } from '@percall/scenario';
import { firstEn } from './firstWords.ts';
import { onePageEn } from './onePage.ts';
import { pageEn } from './page.ts';
import type { FloorParts, ProblemParts, Words } from './words.ts';

const quantity: Readonly<Record<Quantity, string>> = {
  duration: 'a duration',
  share: 'a share',
  multiplier: 'a factor',
  points: 'a difference in points',
  count: 'a count',
  number: 'a number',
  money: 'an amount of money',
  cost: 'a cost',
};

const kind = {
  object: 'a group of keys',
  list: 'a list',
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date like 2026-01-05',
};

/** An end of a range, in the unit that the reader types: shares stay fractions, durations are seconds. */
const bound = (value: number, of: Quantity): string => (of === 'duration' ? `${value} s` : String(value));

const listed = (names: readonly string[], most = 12): string =>
  names.length > most ? `${names.slice(0, most).join(', ')}, ...` : names.join(', ');

type Values = Readonly<Record<string, string | number>>;

/** Completes "... must". One entry for each text rule of the document. */
const text: Readonly<Record<string, (values: Values) => string>> = {
  syntax: ({ line, column, message }) => `be YAML or JSON: line ${line}, column ${column}: ${message}`,
  uniqueKeys: ({ line, column }) => `say each key once: line ${line}, column ${column} repeats one`,
  oneDocument: ({ line }) => `be one document: another begins at line ${line}`,
  noAliases: () => 'be written out in full, without aliases (*name)',
  nestAtMost: ({ levels }) => `nest at most ${levels} levels deep`,
  sizeAtMost: ({ size }) => `be at most ${size} characters long`,
  plainKey: () => 'have keys that are plain text',
  finite: () => 'be a finite number',
  atMost: ({ most }) => `be at most ${most}`,
  version: ({ current }) => `be a version of the format that this build reads: ${current === 1 ? '1' : `1 to ${current}`}`,
  noSuchPreset: () => 'name a preset that exists',
  presetsNeedText: () => 'be a preset that this build carries',
  path: () => 'be a path: keys joined by dots, odd keys in double quotes, list items by name or [number]',
  existingParent: () => 'lie inside something that the document has',
  disjointPaths: ({ other }) => `not overlap ${other} in the same variant`,
  sameInAllVariants: () => 'be the same in the baseline and in every variant',
  uniqueName: () => 'have a name of its own',
  freeName: ({ key }) => `have another name: ${key} is a setting, not a contact type`,
  besideFamily: ({ families }) => `stand beside family: ${families}, or be left out`,
  currencyCode: () => 'be three capital letters, such as USD',
  notEmpty: () => 'have at least one character',
  sameBasis: ({ basis }) => `be charged on one basis throughout: ${basis}`,
  samePeriod: ({ basis }) => `be for one period throughout, and say so: ${basis}`,
  namedPeriod: ({ example }) => `name its period: ${example}`,
  chargedOn: ({ bases }) => `be charged on one of these (${bases})`,
  steppedOn: ({ bases }) => `be charged on one of these (${bases}) to be paid in steps of seats`,
  documentCurrency: ({ currency, example }) => `be in the currency of the document, ${currency}, such as ${example}`,
  divideTheDay: () => 'divide the day into equal intervals',
  wholeIntervals: ({ minutes }) => `start and end on whole intervals of ${minutes} minutes`,
  closeAfterOpen: () => 'close after it opens',
  openHours: () => 'be opening hours like "08:00-20:00"',
  disjointHours: () => 'not overlap other opening hours of the same day',
  weekdays: () => 'be weekdays like mon, mon-fri or "mon,wed,fri"',
  oneWeightPerInterval: ({ day, open }) => `give one weight for each open interval (${day}: ${open})`,
  somePositive: () => 'have at least one weight above zero',
  insideHorizon: ({ from, weeks }) => `touch the horizon, ${weeks} weeks from ${from}`,
  onOpenDay: () => 'touch a day on which the centre would be open',
  someOpenDay: () => 'leave a day of the horizon on which the centre is open',
  changesSomething: () => 'have a volume or a handleTime',
  extrapolated: ({ period, weeks }) => `be ${weeks} or more for results per ${period} to be no extrapolation`,
  oneWeightPerWeek: ({ weeks }) => `give one weight for each of the ${weeks} weeks`,
  oneTimePerChat: ({ cap }) => `give one handle time for each number of chats in hand, 1 to ${cap}`,
  sdOfBeta: ({ below }) => `have a standard deviation below ${below} to fit its mean and its ends`,
  insideSupport: ({ lower, upper }) => (upper === Infinity ? `lie at ${lower} or above` : `lie between ${lower} and ${upper}`),
  strictlyInsideSupport: ({ lower, upper }) => `lie between ${lower} and ${upper}, the ends excluded`,
  positiveDensity: () => 'have quantiles that a metalog distribution can pass through',
  nearestCorrelations: (values) =>
    `fit together; the nearest that do are ${Object.entries(values)
      .map(([ends, rho]) => `${ends}: ${rho}`)
      .join(', ')}`,
  sameCountInAllVariants: () => 'count the same in all variants: the needs behind it are the baseline’s',
  someoneOnDuty: ({ type }) => `have somebody on duty: nobody else takes ${type}`,
  reportFitsLevers: () => 'be a report that the levers of the baseline allow: no needs and handle times give this figure with them',
  reportJumps: ({ distance }) =>
    `the nearest report is ${distance} off, as agents come whole: one more in many intervals makes it jump over the figure`,
  handleTimeLeft: () =>
    'leave a second or more to a first contact, after verification, software and events (longer repeats are in the mean)',
  sameMeasureInAllVariants: () => 'be the same measure in all variants (rule and threshold), or their service levels cannot be compared',
  lockedNeedsTheBaselinesHoursAndGroups: () => 'keep the opening hours and agent groups of the baseline where the roster is locked',
  transitionNeedsTheBaselinesWeeksAndGroups: () => 'keep the weeks and agent groups of the baseline where the roster is in transition',
  longEnoughForHires: ({ weeks, given }) =>
    `span the ${weeks} weeks in which a hire is found, trained and as fast as the others; it spans ${given}, so hiring costs more in it than it brings`,
  overflowInPart: () =>
    'the group is taken to help the less the longer the wait, at any moment: abandonment is within a point, service level up to 5 points off; with --floor calls the group is asked after the wait',
  sharedAsOnePool: () =>
    'contact types that different groups serve, by chat, or beside callbacks that wait apart, are taken as one pool, which may understate a type’s abandonment by two thirds; --floor calls runs them as they are',
  sharedBesideMore: () =>
    'beside chat, e-mail or social media of the same agents, service level of a contact type that others of them serve too may be 7 points off, that of all calls 3; --floor calls runs them as they are',
  levelBelowTheirs: () =>
    'the group is the only one for other contact types and serves this one no later than them; abandonment of this one may be overstated by half or more, and that of the others understated by a fifth; a level above theirs, or --floor calls, is near',
  plannedWithoutCallbacks: () =>
    'agents are planned as if nobody were called back: where callbacks wait for calmer hours fewer would do at the peaks, and dialling is not in it',
  plannedWithoutTrunks: () => 'agents are planned as if a line were always free, also for the callers who find none',
  plannedWithoutOverflow: () =>
    'agents are planned as if the group helped at once, and not after a wait, so those who come first may be too few for the target',
  underItsPlan: ({ plan }) => `stand beside staffing.plan: ${plan}`,
  asInFirstDocument: ({ value }) => `be ${value}, as in the first document`,
  inFirstDocument: () => 'stand in the first document',
  ofDocumentAlone: () => 'be run by itself',
  wholeNumber: ({ low, high }) => `be a whole number from ${low} to ${high}`,
  multipleOf: ({ step }) => `be a multiple of ${step}`,
  shrinkageAtMost: ({ most }) => `take at most ${most} of the paid time, all components together`,
  skilledGroup: () => 'have a group of agents with the skill to serve it',
  groupOnChannel: ({ channel }) => `be 0%, or have a group of agents that serves this contact type by ${channel}`,
  handleTimeOfChannel: ({ channel }) => `have a handle time for ${channel}, which carries a part of its contacts`,
  shorterThanHandleTime: () => 'be shorter than the handle time it is a part of',
  oneBound: () => 'have an atLeast or an atMost, and only one of them',
  correlationEnds: () => 'couple two of volume, handleTime, wage, shrinkage or paths of uncertain numbers, joined by "~"',
  linkCut: () => 'be whole: it ends too early',
  linkTooLong: ({ size }) => `hold a document of at most ${size} bytes`,
  link: () => 'be a whole Percall link',
  newerLink: ({ known }) => `be in a form that this build reads (${known}): it was made by a later version`,
  precision: () => 'be below a width, like cpc.handled.p50 < 0.5%, serviceLevel.phone.mean < 1 point or "Variant": delta(fte).mean < 2',
  expression: () => 'be like cpc.handled.p50 <= 6.5, p(cheaper and noWorse) >= 0.9 or "Variant": delta(fte).mean < 0',
  unitOfKpi: ({ unit }) => `be in a unit of ${unit}`,
  'erlang.stable': ({ offered }) => `be more than the ${offered} erlangs offered, where callers never hang up`,
  'erlang.oneUnknown': ({ unknowns }) => `leave exactly one quantity open; open are ${unknowns === '' ? 'none' : unknowns}`,
  'erlang.reachable': ({ low, high }) => `lie between ${low} and ${high}, which is what can be reached`,
  'erlang.reachableByAgents': ({ agents }) => `be reachable: no number of agents up to ${agents} is enough`,
  'erlang.whole': () => 'be a whole number',
  checksum: () => 'be whole: its checksum does not match, so a part of it was changed',
};

function must(rule: Must): string {
  switch (rule.rule) {
    case 'between':
      return `be ${quantity[rule.quantity]} between ${bound(rule.low, rule.quantity)} and ${bound(rule.high, rule.quantity)}`;
    case 'atLeast':
      return `be ${quantity[rule.quantity]} of at least ${bound(rule.low, rule.quantity)}`;
    case 'above':
      return `be ${quantity[rule.quantity]} above ${bound(rule.low, rule.quantity)}`;
    case 'quantity':
      return `be ${quantity[rule.quantity]}, such as ${rule.example}`;
    case 'oneOf':
      return rule.names.length === 0 ? 'be absent' : `be one of ${listed(rule.names)}`;
    case 'known':
      return rule.names.length === 0 ? 'be left out: there is none that it could name' : `be a known name: ${listed(rule.names)}`;
    case 'sumTo':
      return `add up to ${rule.total === 1 ? '100%' : rule.total}`;
    case 'kind':
      return `be ${kind[rule.kind]}${rule.example === undefined ? '' : `, such as ${rule.example}`}`;
    case 'present':
      return 'be given';
    case 'increasing':
      return 'rise: low, then likely, then high';
    case 'modelled':
      return `be of a part that is modelled: ${rule.since} is not yet`;
    case 'text':
      return text[rule.key]?.(rule.values ?? {}) ?? `satisfy "${rule.key}"`;
  }
}

/** What to write instead, or why; stands after a semicolon. */
const hints: Readonly<Record<HintKey, (values: Values) => string>> = {
  percent: ({ percent, share }) => `write ${percent} or ${share}`,
  thousands: ({ comma, scaled, plain }) => `thousands are written ${comma}, ${scaled} or ${plain}; the decimal sign is a point`,
  decimalPoint: ({ example }) => `the decimal sign is a point: ${example}`,
  currencySign: ({ sign, example }) => `amounts are in the document’s currency, without ${sign}: ${example}`,
  numberToo: ({ example }) => `it needs a number: ${example}`,
  perHour: ({ typed, perHour, hours }) => `wages are per paid hour: ${typed} at ${hours} hours a week is ${perHour}`,
  addLine: ({ line }) => `write \`${line}\``,
  aboveMaxOccupancy: ({ points, planned }) =>
    `that is ${points} points above staffing.maxOccupancy (${planned}): a plan at its maximum would miss a tighter one by chance alone`,
  belowOccupancyTarget: ({ points, target }) =>
    `that is ${points} points below targets.occupancy.atMost (${target}): a plan at its maximum would miss it by chance alone`,
  fewContacts: ({ contacts, period, comma, scaled, plain }) =>
    `${contacts} contacts per ${period}; ${comma} is written ${plain}, ${scaled} or ${comma}`,
  otherShare: ({ typed, equal, percent, share }) => `${typed} is ${equal}; ${percent} is written ${percent} or ${share}`,
  otherFactor: ({ factor, change, example }) => `a factor of ${factor} is a change of ${change}; a change is written like ${example}`,
  handleTimeUnit: ({ mean, example }) => `a mean of ${mean} per contact; a handle time is written like ${example}`,
  restated: ({ volume, before, after, example }) => `${volume} is per ${after} now; what was meant per ${before} is written ${example}`,
  wagePerHour: ({ wage, example }) => `${wage} per paid hour; a wage is written like ${example}`,
};

const hint = ({ key, values }: Hint): string => hints[key](values);

const didYouMean = (nearest: string | null, otherwise: string): string =>
  nearest === null ? otherwise : `; did you mean ${JSON.stringify(nearest)}?`;

const wayOut = (words: string | null): string => (words === null ? '' : `; ${words}`);

const mustNot = ({
  where,
  must: what,
  got,
  nearest,
  hint: way,
}: Pick<ProblemParts, 'where' | 'must' | 'got' | 'nearest' | 'hint'>): string =>
  `${where} must ${what}, not ${got}${wayOut(way)}${didYouMean(nearest, '')}`;

const mustOnly = ({ where, must: what }: { where: string; must: string }): string => `${where} must ${what}`;

/** The schema itself is written in English. */
const fieldsInEnglish = fieldWords();
const optionsInEnglish = optionWords();

function floorInTable(floor: FloorParts): string {
  switch (floor.used) {
    case 'erlang':
      return 'instant floor (Erlang A by interval)';
    case 'calls':
      return 'exact floor (call by call)';
    case 'both':
      return `instant floor corrected by the exact one (call by call) in ${floor.exactReplications} of them${correctionText(floor)}`;
  }
}

function floorInReport(floor: FloorParts): string {
  switch (floor.used) {
    case 'erlang':
      return 'on the instant floor, by Erlang A interval by interval';
    case 'calls':
      return 'on the exact floor, call by call';
    case 'both':
      return `on the instant floor, corrected by the exact one call by call in ${floor.exactReplications} of the futures${correctionText(floor)}`;
  }
}

const daysText = ({ daysOff, beyondSpread }: FloorParts): string =>
  daysOff === null
    ? ''
    : `, on some days of each weekday and stretch of the horizon, which is off by ${daysOff} of a KPI’s spread at most${beyondSpread ? ', but for what hardly differs from future to future' : ''}`;

const correctionText = ({ correction }: FloorParts): string =>
  correction === null ? '' : `, which moves the baseline’s headline by ${correction.value} ±${correction.error}`;

/** English. */
export const en = {
  ...firstEn,

  field: (pattern): { readonly label: string; readonly help: string } => fieldsInEnglish.get(pattern) ?? { label: pattern, help: '' },
  option: (pattern: string, name: string): string => optionsInEnglish.get(pattern)?.[name] ?? name,
  section: {
    demand: 'Demand',
    handling: 'Handling',
    people: 'People',
    levers: 'Levers',
    costs: 'Costs',
    targets: 'Targets',
    study: 'The study',
  },

  problem: {
    sentence: {
      syntax: mustOnly,
      newer: mustOnly,
      damaged: mustOnly,
      unknownKey: ({ where, nearest, rule }) =>
        `${where} is not a known key${didYouMean(nearest, rule.rule === 'known' && rule.names.length > 0 ? `; known here: ${listed(rule.names)}` : '')}`,
      missing: ({ where, must: what, rule, problem }) => {
        const { hint: way } = problem.params;
        if (way?.key === 'addLine') return `${where} is missing; add \`${way.values['line']}\``;
        return rule.rule === 'present' ? `${where} is missing` : `${where} is missing; it must ${what}`;
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
      notModelledYet: ({ where, rule }) => `${where} is not modelled yet${rule.rule === 'modelled' ? ` (${rule.since})` : ''}`,
      unused: ({ where, must: what, rule }) =>
        `${where} has no effect ${rule.rule === 'modelled' ? `yet: it waits for ${rule.since}` : 'here'}${rule.rule === 'text' ? `; it must ${what} to have one` : ''}`,
      approximate: ({ where, must: what }) => `${where} is approximate on the instant floor: ${what}`,
      unplanned: ({ where, must: what }) => `${where} is not counted on by the plan of staff: ${what}`,
      unlikely: ({ where, got, hint: way }) => `${where} is unlikely: ${way ?? got}`,
    },
    must,
    hint,
    nothing: 'nothing',
    theDocument: 'the document',
    theLink: 'the link',
    warning: (sentence) => `warning: ${sentence}`,
  },

  category: {
    wages: 'Wages',
    onCosts: 'On-costs',
    management: 'Management',
    telephony: 'Telephony',
    ivr: 'IVR',
    selfService: 'Self-service',
    technology: 'Technology',
    softwareLicences: 'Software licences',
    officeSpace: 'Office space',
    officeComputing: 'Office computing',
    chat: 'Chat',
    hiring: 'Hiring and training',
    taxes: 'Taxes',
    penalties: 'Penalties',
    oneOff: 'One-off',
    miscellaneous: 'Miscellaneous',
  },
  saving: {
    cashable: 'Cashable savings',
    pay: 'Savings in pay',
    contracts: 'Savings in contracts',
    usage: 'Savings by less use',
    freedCapacity: 'Freed capacity',
  },

  table: {
    ...firstEn.table,
    measure: 'Measure',
    cost: 'Cost',
    quality: 'Quality',
    people: 'People',
    contacts: 'Contacts',
    ledger: (period) => `Ledger, average ${period}`,
    ledgerLine: (category, line) => `${category}: ${line}`,
    ledgerPart: {
      overtime: (group) => `overtime, ${group}`,
      training: (group) => `training, ${group}`,
      rootCause: (contactType) => `root causes, ${contactType}`,
      attempts: 'callback attempts',
      severance: 'severance',
      minutes: 'minutes',
      platform: 'platform',
      sessions: 'sessions',
      lever: 'software for agents',
    },
    named: (name) => name,
    total: 'Total, average',
    versusBaseline: 'Versus the baseline',
    withUnit: (name, unit) => `${name}, ${unit}`,
    budgetAverage: '  budget average',
    industryAverage: '  industry average, for reference',
    range: (value, low, high) => `${value} (${low} to ${high})`,
    plusMinus: (value, error) => `${value} ±${error}`,
    change: (name) => `Change of ${/^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name}`,
    floor: (side, value) => `  chance of ${side === 'atLeast' ? 'at least' : 'at most'} ${value}`,
    everyFloor: '  chance of every floor',
    chanceCheaper: 'Cheaper',
    chanceNoWorse: 'Service no worse',
    chanceCheaperAndNoWorse: 'Cheaper and no worse',
    notASaving: (value) => `${value} not a saving`,
    response: 'Roster',
    responseName: {
      locked: 'locked',
      're-plan': 're-planned',
      transition: 'in transition',
      given: 'as given',
    },
    none: '-',
    footnote: ({ replications, seed, floor }) =>
      `Medians with 90% ranges over ${replications} futures, seed ${seed}, ${floorInTable(floor)}${daysText(floor)}. ± is the 95% Monte Carlo error, where it moves a digit.`,
  },

  page: pageEn,

  commandLine: {
    ...firstEn.commandLine,
    notAPowerOfTwo: (replications) =>
      `${replications} futures are not a power of two: the points are spread less evenly, and the error is larger than it need be`,
    doesNotHold: (assertion, found) => `does not hold: ${assertion} (${found.join('; ')})`,
    found: (scenario, value) => `${scenario}: ${value ?? 'no value'}`,
    longLink: (characters) => `the link is ${characters} characters long, and chat tools cut near 2,048: a file is safer`,
    sweptLever: (lever, path) =>
      `${lever} is swept in the baseline, whose reports are taken as made with it, so its volumes stay as typed: to see what the lever does, sweep ${path}`,
    valid: (name, variants) => `${name}: valid, ${variants === 0 ? 'no variants' : variants === 1 ? '1 variant' : `${variants} variants`}`,
  },

  erlang: {
    callsPerHour: 'Calls per hour',
    aht: 'Average handle time',
    offeredLoad: 'Offered load, erlangs',
    agents: 'Agents on duty',
    scheduled: 'Scheduled with shrinkage',
    patience: 'Mean patience',
    serviceLevel: (threshold) => `Service level within ${threshold}`,
    asa: 'Average speed of answer',
    waiting: 'Chance of waiting',
    abandonment: 'Abandonment',
    blocking: 'Blocked',
    occupancy: 'Occupancy',
    meanQueue: 'Mean queue',
    heads: (count) => `${count} people`,
    against: (value, target, isMet) => `${value} (target ${target}: ${isMet ? 'met' : 'missed'})`,
    found: '<- found',
    target: 'the target',
  },

  staff: {
    group: 'Group',
    paidHours: 'Paid hours',
    fte: 'FTE',
    mostRequired: 'Most required',
    mostScheduled: 'Most scheduled',
    from: 'From',
    inWeek: (group, week, date) => `${group}, week ${week} from ${date}`,
    inAllWeeks: (group) => `${group}, all weeks`,
    ofWeeks: (scenario, group, first, last, date) =>
      `${scenario}, ${group}, ${first === last ? `week ${first}` : `weeks ${first} to ${last}`} from ${date}`,
    agents: (required, scheduled) => `${required} (${scheduled})`,
    footnote:
      'Agents required on duty, and in brackets those scheduled for it and paid: required / schedule efficiency / (1 - shrinkage). At central inputs: every number at its median, ordinary busyness, a forecast that is right.',
    people: {
      planned: 'Planned',
      paid: 'Paid',
      onFloor: 'On the floor',
      training: 'In training',
      overtime: 'Overtime',
      hires: 'Hires',
      leavers: 'Leavers',
      letGo: 'Let go',
      footnote:
        'In full-time agents by paid hours, the mean over the weeks. Planned: whom the plan of the scenario itself would pay. On the floor: those of the paid and of overtime whom the plan has work for, at the pace of full agents. Hires, leavers and those let go are counted; hires who replace leavers are in it.',
    },
  },

  report: {
    setting: 'Setting',
    floor: 'How contacts meet agents',
    floorName: (floor) => `${floorInReport(floor)}${daysText(floor)}`,
    futures: 'Futures',
    seed: 'Seed',
    horizon: 'Horizon',
    weeksFrom: (weeks, date) => `${weeks} ${weeks === 1 ? 'week' : 'weeks'} from ${date}`,
    stated: 'Stated in',
    statedIn: (currency, period) => `${currency} per ${period}`,
    chance: 'Wanted chance that quality holds',
    madeWith: 'Made with Percall',
    inputsHash: 'Hash of the inputs',
    doingNothing: 'The cost of doing nothing',
    changes: 'What the variants change',
    noVariants: 'There are no variants.',
    scenario: 'Scenario',
    input: 'Input',
    path: 'Path',
    baseline: 'Baseline',
    variant: 'Variant',
    usual: (value) => `${value} (default)`,
    nothing: 'nothing',
    oneOff: 'One-off cost',
    starts: 'Starts',
    ramp: 'Ramps up over',
    assumptions: 'Assumptions',
    sources: (counts) => `Numbers of the baseline by their source: ${counts.join(', ')}.`,
    sourceCount: (count, source) => `${count} ${source}`,
    uncertain: 'Inputs with a range, which the futures are drawn from:',
    noneUncertain: 'No input has a range: where the futures differ, it is by chance alone.',
    low: 'Low (P10)',
    median: 'Median',
    high: 'High (P90)',
    source: 'Source',
    note: 'Note',
    warnings: 'Warnings',
    noWarnings: 'None.',
    onePage: onePageEn,
  },

  glossary: {
    title: 'KPIs',
    introduction: [
      'Generated by `node scripts/docs-kpis.mjs` from the definitions that are computed.',
      'Each KPI is a pair: a numerator and a denominator, summed over one future and then divided; never a mean of ratios of days or intervals. A denominator of zero gives "no contacts".',
      'In expressions an id is followed by a statistic: `.mean` is the ratio of expected totals ("budget average"), `.p5` to `.p95` are quantiles over the futures. `[.CONTACTTYPE]` may be added where a centre has several contact types; odd names stand in double quotes.',
      'A KPI of a channel exists where the centre has the channel; those of callbacks, transfers, lines and calls on which nobody speaks where it has these; allocated costs where it has several channels or contact types; satisfaction where the document gives a curve.',
      'A floor that is judged `every: week` or `every: interval` is judged on the worst week or interval of each future, and its KPI is shown as `.worstWeek` or `.worstInterval` after the id (`serviceLevel.phone.worstWeek`): numerator and denominator are those of that one week or interval of arrival. One with fewer than one contact in the denominator (in expectation on the instant floor; for occupancy, less than a second of agent time) is not judged; of equals the earlier one counts. A bound on the good side is judged on the `.bestWeek` or `.bestInterval`.',
    ],
    terms: { numerator: 'Numerator', denominator: 'Denominator', source: 'Source' },
    better: { lower: 'lower is better', higher: 'higher is better', neither: '' },
    unit: {
      currencyPerContact: 'currency per contact',
      currency: 'currency per period',
      fraction: 'fraction',
      seconds: 'seconds',
      hours: 'hours per period',
      fte: 'full-time equivalents',
      count: 'count per period',
      amount: 'currency, once',
      months: 'months',
      number: 'number',
    },
    counted: (entry) => entry,
  },
} as const satisfies Words;
