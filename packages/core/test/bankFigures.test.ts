import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { interpret, parseScenario } from '@percall/scenario';
import seedrandom from 'seedrandom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStage, runWorld } from '../src/floor/runWorld.ts';
import { countIndex, sumTotals, totalsLayout } from '../src/floor/totals.ts';
import { asTyped, compileModel } from '../src/model/compileModel.ts';
import type { Inversion } from '../src/model/model.ts';
import { invertReports } from '../src/study/invertReports.ts';
import { centralWorld } from '../src/world/centralWorld.ts';

interface Figures {
  readonly rows: {
    readonly days: number;
    readonly from: string;
    readonly to: string;
    readonly callsHandled: number;
    readonly stub: { readonly calls: number; readonly shareOfCalls: number };
    readonly weekdaysWithoutRows: readonly string[];
    readonly setAside: readonly { readonly date: string; readonly aboveItsLevel: number }[];
  };
  readonly horizon: { readonly start: string; readonly weeks: number; readonly openDays: number; readonly callsHandled: number };
  readonly volumePerMonth: number;
  readonly dayWeights: Readonly<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri', number>>;
  readonly dayShape: readonly number[];
  readonly seasons: readonly number[];
  readonly variation: {
    readonly dayToDay: number;
    readonly withinDay: number;
    readonly withinDayGivenWeekdayShape: number;
    readonly dayToDayOfEveryDay: number;
  };
}

const fileOf = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const derive = (csv: string): Figures =>
  JSON.parse(execFileSync(process.execPath, [fileOf('scripts/derive-bank-figures.mjs'), csv], { encoding: 'utf8' })) as Figures;
const committed = JSON.parse(readFileSync(fileOf('examples/bank-2003.figures.json'), 'utf8')) as Figures;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const day = 86_400_000;

/** Weekdays of [from, to]. */
function weekdaysBetween(from: string, to: string): number {
  let count = 0;
  for (let at = Date.parse(from); at <= Date.parse(to); at += day) if (new Date(at).getUTCDay() % 6 !== 0) count++;
  return count;
}

describe('the real bank (examples/bank-2003.yaml)', () => {
  const counts = process.env['PERCALL_BANK_CALLS'];

  if (counts)
    it('figures: the committed ones are what the script derives from the counts PERCALL_BANK_CALLS names', () => {
      expect(derive(counts)).toEqual(committed);
    });
  else
    it('figures: PERCALL_BANK_CALLS names no file of counts, so the committed ones are checked within themselves', () => {
      const { rows, horizon, volumePerMonth, dayWeights, dayShape, seasons } = committed;
      expect(rows.days + rows.weekdaysWithoutRows.length).toBe(weekdaysBetween(rows.from, rows.to));
      expect(rows.stub.shareOfCalls).toBeCloseTo(rows.stub.calls / rows.callsHandled, 6);
      expect(horizon.openDays).toBe(horizon.weeks * 5);
      expect(volumePerMonth).toBe(Math.round((horizon.callsHandled * 365.25) / 12 / (horizon.weeks * 7)));
      // Rounded to 3 digits, 28 shares are off by at most 28 x 0.0005; 5 weights and 4 weeks of 4 digits likewise.
      expect(Math.abs(sum(dayShape) - 100)).toBeLessThan(0.014);
      expect(Math.abs(sum(Object.values(dayWeights)) - 5)).toBeLessThan(2.5e-4);
      expect(Math.abs(sum(seasons) - 4)).toBeLessThan(2e-4);
    });

  it('figures: the counts are those described where they are distributed (164 days, 5,323,661 calls)', () => {
    expect(committed.rows).toMatchObject({ days: 164, from: '2003-03-03', to: '2003-10-24', callsHandled: 5_323_661 });
  });

  it('document: volume, weekdays, day shape, weeks and busyness are the derived figures', () => {
    const parsed = parseScenario(readFileSync(fileOf('examples/bank-2003.yaml'), 'utf8'));
    expect(parsed.ok ? parsed.warnings : parsed.problems).toEqual([]);
    if (!parsed.ok) return;
    for (const { scenario } of interpret(parsed.document).scenarios) {
      const { calendar, horizon, period, contactTypes } = scenario;
      const [service] = contactTypes;
      expect({ ...horizon, period }).toEqual({ start: committed.horizon.start, weeks: committed.horizon.weeks, period: 'month' });
      expect(service!.counted).toBe('handled');
      expect(service!.volume).toMatchObject({ source: 'measured', distribution: { likely: committed.volumePerMonth } });
      expect(calendar.open.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => [{ fromMinute: 420, toMinute: 1260 }]));
      expect(calendar.open.slice(5)).toEqual([[], []]);
      expect(calendar.dayWeights.slice(0, 5)).toEqual(Object.values(committed.dayWeights));
      for (let weekday = 0; weekday < 5; weekday++) expect(calendar.dayShape[weekday]!.slice(14, 42)).toEqual(committed.dayShape);
      expect(calendar.seasons).toEqual(committed.seasons);
      const { dayToDay, withinDay } = service!.variation;
      for (const [leaf, value] of [
        [dayToDay, committed.variation.dayToDay],
        [withinDay, committed.variation.withinDay],
      ] as const) {
        expect(leaf.source).toBe('measured');
        expect(leaf.distribution).toEqual({ family: 'certain', value: expect.closeTo(value, 12) as number });
      }
    }
  });
});

describe('the real bank on the instant floor, at central inputs', () => {
  const parsed = parseScenario(readFileSync(fileOf('examples/bank-2003.yaml'), 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { name, scenario } = interpret(parsed.document).scenarios[0]!;

  /** What the baseline's own report would say: calls handled in the four weeks, and their mean handle time. */
  function report(inversion: Inversion): { readonly handled: number; readonly handleSeconds: number } {
    const model = compileModel(name, scenario, inversion);
    const stage = createStage(model);
    const layout = totalsLayout(model);
    const totals = new Float64Array(layout.length);
    sumTotals(model, runWorld(stage, centralWorld(model), null), stage.roster.scheduled, totals, 0);
    const handled = totals[countIndex(layout, 'handled', 0, 0)]!;
    return { handled, handleSeconds: totals[countIndex(layout, 'handleSeconds', 0, 0)]! / handled };
  }

  it('handles as many calls as the bank did, in as long as the document says: to 0.1%', () => {
    const { handled, handleSeconds } = report(invertReports(scenario).inversion);
    expect(Math.abs(handled / committed.horizon.callsHandled - 1)).toBeLessThan(0.001);
    expect(Math.abs(handleSeconds / 260 - 1)).toBeLessThan(0.001);
  });

  it('twin: calls taken for needs miss both', () => {
    const { handled, handleSeconds } = report(asTyped(1));
    expect(Math.abs(handled / committed.horizon.callsHandled - 1)).toBeGreaterThan(0.02);
    expect(Math.abs(handleSeconds / 260 - 1)).toBeGreaterThan(0.02);
  });
});

/** Gamma of mean 1 and the given cv, by Marsaglia and Tsang (2000); cv 0 is 1. */
function gammaOfMeanOne(uniform: () => number, cv: number): number {
  if (cv === 0) return 1;
  const shape = 1 / (cv * cv);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return (d * v) / shape;
  }
}

/** Poisson by products of uniforms (Knuth); means up to 700, where exp(-mean) is still a number. */
function poisson(uniform: () => number, mean: number): number {
  const bound = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > bound; product *= uniform()) count++;
  return count;
}

/** 34 weeks of counts per five minutes from the model that the estimators assume, with the bank's level, weekdays and shape. */
function synthesise(seed: string, dayToDay: number, withinDay: number): string {
  const uniform = seedrandom(seed);
  const lines = ['DateTime,Calls'];
  const weights = Object.values(committed.dayWeights);
  for (let offset = 0; offset < 34 * 7; offset++) {
    const date = new Date(Date.parse('2003-03-03') + offset * day);
    const weight = weights[(date.getUTCDay() + 6) % 7];
    if (weight === undefined) continue;
    const level = 32_000 * weight * gammaOfMeanOne(uniform, dayToDay);
    for (let halfHour = 0; halfHour < 28; halfHour++) {
      const mean = (level * committed.dayShape[halfHour]! * gammaOfMeanOne(uniform, withinDay)) / 100 / 6;
      for (let five = 0; five < 6; five++) {
        const at = new Date(date.getTime() + (420 + halfHour * 30 + five * 5) * 60_000);
        lines.push(`${at.toISOString().slice(0, 19)}Z,${poisson(uniform, mean)}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/**
 * The estimators, proved on counts whose busyness is known. Over D = 170 days a cv has a standard error near cv / sqrt(2 D), half-hours
 * (28 D of them, and Poisson noise on top) near 1.5 cv / sqrt(56 D): 0.0027 for a day cv of 0.05, 0.0006 for a half-hour cv of 0.04.
 * Tolerances are 3.5 of them.
 */
describe('scripts/derive-bank-figures.mjs on counts of known busyness (seed bank)', () => {
  const known = { dayToDay: 0.05, withinDay: 0.04 };
  const tolerance = { dayToDay: 3.5 * 0.0027, withinDay: 3.5 * 0.0006 };
  const folder = mkdtempSync(path.join(tmpdir(), 'percall-bank-'));
  const estimate = (dayToDay: number, withinDay: number): Figures => {
    const file = path.join(folder, `${dayToDay}-${withinDay}.csv`);
    writeFileSync(file, synthesise('bank', dayToDay, withinDay));
    return derive(file);
  };
  const recovers = ({ variation }: Figures): boolean =>
    Math.abs(variation.dayToDayOfEveryDay - known.dayToDay) < tolerance.dayToDay &&
    Math.abs(variation.withinDay - known.withinDay) < tolerance.withinDay;
  let ordinary: Figures;
  beforeAll(() => {
    ordinary = estimate(known.dayToDay, known.withinDay);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('recovers both levels of busyness', () => {
    expect(recovers(ordinary)).toBe(true);
  });

  it('recovers the shape of the day and the weekdays', () => {
    // A share of 170 days has a relative standard error of 0.04 / sqrt(170) and Poisson noise: 0.4%; a weekday of 34 weeks 0.05 / sqrt(34).
    ordinary.dayShape.forEach((share, i) => expect(Math.abs(share / committed.dayShape[i]! - 1)).toBeLessThan(0.016));
    for (const name of ['mon', 'tue', 'wed', 'thu', 'fri'] as const)
      expect(Math.abs(ordinary.dayWeights[name] / committed.dayWeights[name] - 1)).toBeLessThan(3.5 * 0.0086);
  });

  it('finds next to nothing beyond Poisson in Poisson counts', () => {
    const { variation } = estimate(0, 0);
    expect(variation.dayToDayOfEveryDay).toBeLessThan(0.004);
    expect(variation.withinDay).toBeLessThan(0.006);
  });

  it('sabotage: half as much busyness again at either level is not mistaken for it', () => {
    expect(recovers(estimate(1.5 * known.dayToDay, known.withinDay))).toBe(false);
    expect(recovers(estimate(known.dayToDay, 1.5 * known.withinDay))).toBe(false);
  });
});
