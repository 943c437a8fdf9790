import { hint } from '../hintTexts.ts';
import { type Path } from '../paths.ts';
import type { Hint, Must } from '../problem.ts';
import { daysPer, type Period } from '../scenario.ts';
import type { LeafDescription } from '../schema/description.ts';
import { centralValue, periodOf, readLeaf } from '../schema/readLeaf.ts';
import { visitNumbers } from '../schema/walk.ts';
import { thousandsSpellings } from '../units/slips.ts';
import { spellValue } from '../units/spell.ts';
import { openByDay } from './calendar.ts';
import { typedPath } from './schemaProblems.ts';
import type { View } from './view.ts';

type Slip = 'share' | 'factor' | 'handleTime' | 'wage';

/**
 * Where central values usually lie, in SI. A value outside is valid and warned of: it is more often a slip of units (0.32% for 32%, 25 for
 * 25%, 27.000 for 27 thousand) than meant. The figures are judgement: well outside what centres report, and well inside what the slip gives.
 *
 * Zero is nothing at all rather than a slip, and passes, but for a wage, where it is a blank that was not filled in.
 */
const usual: readonly { readonly at: string; readonly low: number; readonly high: number; readonly slip: Slip }[] = [
  // A percentage of a percentage: large shares typed a hundred times too small.
  { at: 'agents.*.shrinkage', low: 0.01, high: 1, slip: 'share' },
  { at: 'agents.*.shrinkage.*', low: 0.01, high: 1, slip: 'share' },
  { at: 'contactTypes.*.firstContactResolution', low: 0.05, high: 1, slip: 'share' },
  { at: 'targets.firstContactResolution.atLeast', low: 0.05, high: 1, slip: 'share' },
  { at: 'targets.serviceLevel.atLeast', low: 0.1, high: 1, slip: 'share' },
  { at: 'targets.serviceLevel.*.atLeast', low: 0.1, high: 1, slip: 'share' },
  // Shares that may exceed one, typed as a number of hundredths.
  { at: 'agents.*.onCost', low: 0, high: 1, slip: 'share' },
  { at: 'costs.management.onCost', low: 0, high: 1, slip: 'share' },
  { at: 'contactTypes.*.variation.*', low: 0, high: 1, slip: 'share' },
  { at: 'channels.chat.concurrency.stretch', low: 0, high: 3, slip: 'share' },
  { at: 'staffing.people.attrition', low: 0, high: 4, slip: 'share' },
  { at: 'staffing.people.overtime.premium', low: 0, high: 4, slip: 'share' },
  // Five seconds of an agent to two hours of one: minutes for seconds, hours for minutes.
  { at: 'contactTypes.*.handleTime.*.mean', low: 5, high: 7200, slip: 'handleTime' },
  // Pay by the month, or in cents; only in currencies whose unit buys something.
  { at: 'agents.*.wage', low: 0, high: 1000, slip: 'wage' },
  { at: 'costs.management.wage', low: 0, high: 1000, slip: 'wage' },
  // A change typed as a factor: 0.08 for -8%, 8 for +8%.
  { at: 'levers.software.handleTime', low: 0.2, high: 5, slip: 'factor' },
  { at: 'levers.rootCause.*.volume', low: 0.2, high: 5, slip: 'factor' },
  { at: 'calendar.events.*.volume', low: 0.2, high: 5, slip: 'factor' },
  { at: 'calendar.events.*.handleTime', low: 0.2, high: 5, slip: 'factor' },
];

/** Contacts of one type on an open day below which its volume is unlikely. */
const contactsPerDayOfType = 2;

/** Contacts of all types on an open day below which no one simulates a centre, and all its volumes are unlikely: 110.000 typed for 110k. */
const contactsPerDayOfCentre = 20;

/** Currencies whose unit is worth a tenth of a US dollar or more: nobody earns a thousand of them in an hour of service. */
const dearCurrencies = new Set(
  'AED AUD BHD BRL CAD CHF CNY DKK EUR GBP ILS JOD KWD MYR NOK NZD OMR PEN PLN QAR RON SAR SEK SGD USD'.split(' '),
);

const matches = (pattern: readonly string[], path: Path): boolean =>
  pattern.length === path.length && pattern.every((part, i) => part === '*' || part === path[i]);

const volume = 'contactTypes.*.volume'.split('.');
const rows = usual.map((row) => ({ ...row, pattern: row.at.split('.') }));

/** By path, which is the same object while the part of the document is that it leads into. */
const rowOf = new WeakMap<Path, (typeof rows)[number] | null>();

function usualAt(path: Path): (typeof rows)[number] | null {
  let row = rowOf.get(path);
  if (row === undefined) rowOf.set(path, (row = rows.find(({ pattern }) => matches(pattern, path)) ?? null));
  return row;
}

/** Warns of values that are valid and probably slips of units. */
export function checkPlausibility(view: View): void {
  const volumes: Volume[] = [];
  visitNumbers(view.document, (path, typed, description) => {
    const isVolume = matches(volume, path);
    const row = usualAt(path);
    if (!isVolume && row === null) return;
    const read = readLeaf(typed, description);
    // What cannot be read the schema has said.
    if (!read.ok) return;
    const value = centralValue(read.value.distribution);
    if (isVolume) volumes.push({ path, value, own: periodOf(read.value) });
    if (row === null || (value >= row.low && value <= row.high && !(row.slip === 'wage' && value === 0))) return;
    if (row.slip === 'wage' ? value !== 0 && !dearCurrencies.has(currencyOf(view)) : value === 0) return;
    warn(
      view,
      path,
      { rule: 'between', low: row.low, high: row.high, quantity: description.quantity },
      value,
      hintOf(row.slip, value, description),
    );
  });
  checkVolumes(view, volumes);
}

interface Volume {
  readonly path: Path;
  readonly value: number;
  /** The period that it names; null: the document's. */
  readonly own: Period | null;
}

function checkVolumes(view: View, volumes: readonly Volume[]): void {
  const stated = view.at(['period']) ?? 'month';
  const openDays = openByDay(view)?.filter((spans) => spans.length > 0).length ?? 0;
  if (typeof stated !== 'string' || !Object.hasOwn(daysPer, stated) || openDays === 0) return;
  const daysOf = ({ own }: Volume): number => (daysPer[own ?? (stated as Period)] * openDays) / 7;
  const types = view.names(['contactTypes']).length;
  const perDay = volumes.length === types ? volumes.reduce((sum, volume) => sum + volume.value / daysOf(volume), 0) : Infinity;
  for (const volume of volumes) {
    const { path, value } = volume;
    if (value === 0) continue;
    const days = daysOf(volume);
    const rare = value < contactsPerDayOfType * days || perDay < contactsPerDayOfCentre;
    // Contacts come whole: 27.5 is 27.500 with a point for the thousands.
    const broken = value < 1000 && !Number.isInteger(value);
    if (!rare && !broken) continue;
    const spellings = thousandsSpellings(Math.round(value * 1000));
    const low = Math.ceil(contactsPerDayOfType * days);
    warn(
      view,
      path,
      { rule: 'atLeast', low, quantity: 'count' },
      value,
      hint('fewContacts', { contacts: Number(value.toPrecision(12)), period: volume.own ?? stated, ...spellings }),
    );
  }
}

function warn(view: View, path: Path, must: Must, got: number, way: Hint): void {
  view.report(typedPath(view.document, path), { code: 'unlikely', must, got: Number(got.toPrecision(12)), hint: way, severity: 'warning' });
}

const currencyOf = (view: View): string => {
  const currency = view.at(['currency']) ?? 'USD';
  return typeof currency === 'string' ? currency : '';
};

function hintOf(slip: Slip, value: number, { example }: LeafDescription): Hint {
  switch (slip) {
    case 'share': {
      const meant = value > 1 ? value / 100 : value * 100;
      const percent = meant <= 1 ? spellValue('share', meant) : example;
      const share = meant <= 1 ? meant : Number.parseFloat(example) / 100;
      const [percentage, number] = [spellValue('share', value), spellValue('number', value)];
      const [typed, equal] = value > 1 ? [number, percentage] : [percentage, number];
      return hint('otherShare', { typed, equal, percent, share: spellValue('number', share) });
    }
    case 'factor':
      return hint('otherFactor', { factor: spellValue('number', value), change: percentOfChange(value), example });
    case 'handleTime':
      return hint('handleTimeUnit', { mean: spellValue('duration', value), example });
    case 'wage':
      return hint('wagePerHour', { wage: spellValue('number', value), example });
  }
}

/** A factor as a change: 0.08 is -92%. */
const percentOfChange = (factor: number): string => `${factor < 1 ? '' : '+'}${spellValue('share', factor - 1)}`;
