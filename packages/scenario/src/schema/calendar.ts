import { dayNumber, readDays } from '../calendar/dates.ts';
import { dayShapeNames, type DayShapeName } from '../calendar/dayShapes.ts';
import { minutesPerDay, readOpenHours } from '../calendar/openHours.ts';
import { readWeekdays } from '../calendar/weekdays.ts';
import type { Json } from '../document.ts';
import { isList, isObject } from '../paths.ts';
import { mustText } from '../mustTexts.ts';
import type { Finding } from '../problems.ts';
import { weekdays, type OpenHours } from '../scenario.ts';
import { nearestOf, readAmount } from '../units/amount.ts';
import type { Words } from './description.ts';
import { limits, withinLimit } from './limits.ts';
import { choice, group, leaf, list, special, text, type Schema } from './nodes.ts';

type Result<T> = { ok: true; value: T } | { ok: false; findings: readonly Finding[] };

const datePattern = '^\\d{4}-\\d{2}-\\d{2}$';

const dateJson = { type: 'string', format: 'date', pattern: datePattern };

function readDate(input: Json | undefined): Result<string> {
  if (typeof input === 'string' && dayNumber(input) !== null) return { ok: true, value: input };
  return { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'date' }, got: input }] };
}

/** A civil date `YYYY-MM-DD`. */
export const date = (words: Words): Schema<string> =>
  special({ ...words, spelling: '2026-01-05', json: dateJson, required: true }, readDate);

/** A civil date that may be left out. */
export const optionalDate = (words: Words): Schema<string | null> =>
  special<string | null>({ ...words, spelling: '2026-01-05', json: dateJson }, (input) =>
    input === undefined ? { ok: true, value: null } : readDate(input),
  );

export interface Days {
  readonly from: string;
  readonly to: string;
}

const days = (words: Words): Schema<Days> =>
  special<Days>(
    {
      ...words,
      spelling: '2026-01-15..2026-01-17',
      json: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}(\\.\\.\\d{4}-\\d{2}-\\d{2})?$' },
      required: true,
    },
    (input): Result<Days> => {
      const span = typeof input === 'string' ? readDays(input) : null;
      if (span === null) return { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'date' }, got: input }] };
      if (span.from <= span.to) return { ok: true, value: span };
      return { ok: false, findings: [{ code: 'order', must: { rule: 'increasing' }, got: input }] };
    },
  );

/** Values by weekday under keys such as `mon-fri`; later keys do not overwrite earlier ones: a day given twice is a finding. */
function byWeekday<T>(
  input: { readonly [key: string]: Json },
  read: (value: Json) => T | Finding,
  isFinding: (value: T | Finding) => value is Finding,
) {
  const values: (T | undefined)[] = Array<T | undefined>(7).fill(undefined);
  const findings: Finding[] = [];
  for (const [key, typed] of Object.entries(input)) {
    const named = readWeekdays(key);
    if (named === null) {
      const nearest = nearestOf(key, weekdays);
      findings.push({
        code: 'unknownKey',
        must: mustText('weekdays'),
        got: key,
        below: [key],
        ...(nearest === undefined ? {} : { nearest }),
      });
      continue;
    }
    const value = read(typed);
    if (isFinding(value)) {
      findings.push({ ...value, below: [key, ...(value.below ?? [])] });
      continue;
    }
    for (const day of named) {
      if (values[day] !== undefined) findings.push({ code: 'overlap', must: mustText('weekdays'), got: key, below: [key] });
      values[day] = value;
    }
  }
  return { values, findings };
}

const finding = (value: unknown): value is Finding => isObject(value) && 'code' in value && 'must' in value;

/** Open hours by weekday, Monday first. */
export const open: Schema<readonly (readonly OpenHours[])[]> = special(
  {
    label: 'Open hours',
    help: 'When new contacts are taken, by weekday; a weekday that is not named is closed.',
    spelling: '{ mon-fri: "08:00-20:00", sat: "09:00-14:00" }',
    required: true,
    json: {
      type: 'object',
      additionalProperties: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
      examples: [{ 'mon-fri': '08:00-20:00', sat: '09:00-14:00' }, { daily: '24h' }],
    },
  },
  (input) => {
    if (!isObject(input)) return { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'object' }, got: input }] };
    const { values, findings } = byWeekday<readonly OpenHours[]>(
      input,
      (typed) => {
        const spans = readOpenHours(typed);
        if (spans === null) return { code: 'type', must: mustText('openHours'), got: typed };
        if (spans.some((span) => span.fromMinute >= span.toMinute))
          return { code: 'structure', must: mustText('closeAfterOpen'), got: typed };
        const sorted = [...spans].sort((a, b) => a.fromMinute - b.fromMinute);
        if (sorted.some((span, i) => i > 0 && span.fromMinute < sorted[i - 1]!.toMinute))
          return { code: 'overlap', must: mustText('disjointHours'), got: typed };
        return sorted;
      },
      finding,
    );
    if (findings.length === 0 && values.every((spans) => spans === undefined || spans.length === 0))
      findings.push({ code: 'structure', must: mustText('someOpenDay'), got: input });
    return findings.length > 0 ? { ok: false, findings } : { ok: true, value: values.map((spans) => spans ?? []) };
  },
);

/** A relative volume; counts of contacts serve as weights too. */
const weight = (value: Json): number | Finding =>
  typeof value !== 'number'
    ? { code: 'type', must: { rule: 'kind', kind: 'number' }, got: value }
    : value < 0
      ? { code: 'range', must: { rule: 'atLeast', low: 0, quantity: 'number' }, got: value }
      : value > limits.count.most
        ? { code: 'range', must: withinLimit('count'), got: value }
        : value;

/** Weights by weekday; null where none is given. */
const dayWeights: Schema<readonly (number | null)[]> = special(
  {
    label: 'Weekday weights',
    help: 'Relative volume of the weekdays; an open day that is not named weighs 1. Normalised to mean 1 over the open days.',
    spelling: '{ mon: 1.18, tue: 1.05, wed: 0.98 }',
    json: { type: 'object', additionalProperties: { type: 'number', minimum: 0 }, examples: [{ mon: 1.18, tue: 1.05 }] },
  },
  (input = {}) => {
    if (!isObject(input)) return { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'object' }, got: input }] };
    const { values, findings } = byWeekday<number>(input, weight, finding);
    return findings.length > 0 ? { ok: false, findings } : { ok: true, value: values.map((value) => value ?? null) };
  },
);

function weights(input: readonly Json[]): readonly number[] | Finding[] {
  const findings: Finding[] = [];
  const values = input.map((item, i) => {
    const value = weight(item);
    if (typeof value === 'number') return value;
    findings.push({ ...value, below: [i] });
    return 0;
  });
  if (findings.length === 0 && !values.some((value) => value > 0))
    findings.push({ code: 'range', must: mustText('somePositive'), got: input });
  return findings.length > 0 ? findings : values;
}

/** One day's curve as typed: a name, or one weight per interval. */
export type CurveTyped = string | readonly number[];

const namedShapes: Readonly<Record<DayShapeName, string>> = {
  flat: 'flat',
  'twin-peak': 'two peaks',
  'morning-peak': 'peak in the morning',
  'evening-peak': 'peak in the evening',
  'late-day': 'later in the day',
};

/** By weekday, Monday first; null is flat. */
const dayShape: Schema<readonly (CurveTyped | null)[]> = special(
  {
    label: 'Shape of the day',
    help: `How contacts spread over the day: ${dayShapeNames.join(', ')}; or one weight per interval, of the whole day or of its open hours; or either by weekday.`,
    spelling: 'twin-peak',
    offers: { options: namedShapes, several: false, usual: 'flat' },
    json: {
      anyOf: [
        { enum: dayShapeNames },
        { type: 'array', items: { type: 'number', minimum: 0 } },
        {
          type: 'object',
          additionalProperties: { anyOf: [{ enum: dayShapeNames }, { type: 'array', items: { type: 'number', minimum: 0 } }] },
        },
      ],
    },
  },
  (input = 'flat') => {
    if (!isObject(input)) {
      const curve = readCurve(input);
      return finding(curve) ? { ok: false, findings: curve.many ?? [curve] } : { ok: true, value: Array<CurveTyped>(7).fill(curve) };
    }
    const { values, findings } = byWeekday<CurveTyped>(input, readCurve, finding);
    return findings.length > 0 ? { ok: false, findings } : { ok: true, value: values.map((curve) => curve ?? null) };
  },
);

function readCurve(input: Json): CurveTyped | (Finding & { readonly many?: readonly Finding[] }) {
  if (typeof input === 'string') {
    if ((dayShapeNames as string[]).includes(input)) return input;
    const nearest = nearestOf(input, dayShapeNames);
    return { code: 'reference', must: { rule: 'oneOf', names: dayShapeNames }, got: input, ...(nearest === undefined ? {} : { nearest }) };
  }
  if (!isList(input) || input.length === 0) return { code: 'type', must: { rule: 'oneOf', names: dayShapeNames }, got: input };
  const read = weights(input);
  if (typeof read[0] === 'number') return read as readonly number[];
  const findings = read as readonly Finding[];
  return { ...findings[0]!, many: findings };
}

const seasons: Schema<readonly number[] | null> = special(
  {
    label: 'Weeks',
    help: 'Relative volume of each week of the horizon; left out, all weeks are alike.',
    spelling: '[1, 1.02, 1.1, 0.97]',
    json: { type: 'array', items: { type: 'number', minimum: 0 } },
  },
  (input) => {
    if (input === undefined) return { ok: true, value: null };
    if (!isList(input) || input.length === 0)
      return { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'list' }, got: input }] };
    const read = weights(input);
    return typeof read[0] === 'number'
      ? { ok: true, value: read as readonly number[] }
      : { ok: false, findings: read as readonly Finding[] };
  },
);

export const event = group(
  { label: 'Event', help: 'Days that differ from their weekday: a campaign, an outage, a storm.' },
  {
    name: text({ label: 'Name', help: 'A name for the event; paths may use it.' }, null),
    days: days({ label: 'Days', help: 'A date, or the first and the last date.' }),
    volume: leaf({
      quantity: 'multiplier',
      label: 'Volume on these days',
      help: 'Factor on the volume of these days; it comes on top of the stated volume of the period.',
      default: 'x1',
      class: 'other',
      example: 'x2.2',
      slider: { from: 0, to: 3, step: 0.05 },
    }),
    handleTime: leaf({
      quantity: 'multiplier',
      label: 'Handle time on these days',
      help: 'Factor on all handle times of these days.',
      default: '+0%',
      example: '+25%',
    }),
    contactTypes: special<readonly string[] | null>(
      {
        label: 'Contact types',
        help: 'The contact types it touches; left out, all.',
        spelling: '[billing]',
        json: { type: 'array', items: { type: 'string' } },
        offers: { options: 'contactType', several: true, usual: null },
      },
      (input) => {
        if (input === undefined) return { ok: true, value: null };
        if (isList(input) && input.length > 0 && input.every((name) => typeof name === 'string')) return { ok: true, value: input };
        return { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'list' }, got: input }] };
      },
    ),
  },
);

const longWeekdays = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
} as const;

export const calendar = group(
  {
    label: 'Calendar',
    help: 'When the centre is open and how contacts spread over days and weeks. Local wall clock, without daylight saving.',
  },
  {
    interval: special<number>(
      {
        label: 'Interval',
        help: 'Length of the planning interval; it divides the day.',
        spelling: '30 min',
        json: { $ref: '#/$defs/durationText' },
        offers: { options: { '15 min': '15 minutes', '30 min': '30 minutes', '60 min': '60 minutes' }, several: false, usual: '30 min' },
      },
      (input = '30 min') => readInterval(input),
    ),
    weekStarts: choice(
      { label: 'First day of the week', help: 'Where a week begins in tables and weekly figures.' },
      longWeekdays,
      'monday',
    ),
    open,
    closeGrace: leaf({
      quantity: 'duration',
      label: 'Grace after closing',
      help: 'How long customers who wait at closing time are still served.',
      default: '15 min',
      example: '15 min',
      slider: { from: 0, to: 3600, step: 300 },
    }),
    holidays: special<readonly string[]>(
      {
        label: 'Holidays',
        help: 'Closed dates.',
        spelling: '[2026-01-19]',
        json: { type: 'array', items: { type: 'string', format: 'date', pattern: datePattern } },
      },
      (input = []) => {
        if (!isList(input)) return { ok: false, findings: [{ code: 'type', must: { rule: 'kind', kind: 'list' }, got: input }] };
        const findings = input.flatMap((item, i): Finding[] =>
          typeof item === 'string' && dayNumber(item) !== null
            ? []
            : [{ code: 'type', must: { rule: 'kind', kind: 'date' }, got: item, below: [i] }],
        );
        return findings.length > 0 ? { ok: false, findings } : { ok: true, value: input as readonly string[] };
      },
    ),
    dayWeights,
    dayShape,
    seasons,
    events: list({ label: 'Events', help: 'Days that differ from their weekday.' }, event),
  },
);

function readInterval(input: Json): Result<number> {
  const read = readIntervalMinutes(input);
  if (typeof read === 'number') return { ok: true, value: read };
  return { ok: false, findings: [read] };
}

export function readIntervalMinutes(input: Json): number | Finding {
  const amount = readAmount(input, { quantity: 'duration', example: '30 min' });
  if (!amount.ok) return amount.findings[0]!;
  const minutes = amount.value.value / 60;
  if (Number.isInteger(minutes) && minutes >= 1 && minutesPerDay % minutes === 0) return minutes;
  return { code: 'structure', must: mustText('divideTheDay'), got: input };
}
