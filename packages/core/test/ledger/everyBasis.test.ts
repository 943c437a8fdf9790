import { describe, expect, it } from 'vitest';
import type { Json } from '@percall/scenario';
import { compileStudy, ledgerLines, priceTotals } from '../../src/index.ts';
import { documentWith } from '../support/document.ts';
import { centralLeaves, tinyTotals, type TinyTotals } from '../support/tinyModel.ts';

/** A week's totals with a different figure for whatever a cost can be charged on. */
const sums: TinyTotals = {
  counts: {
    handled: 1000,
    offered: 1100,
    answeredWithinThreshold: 550,
    ivrSeconds: 6000,
    waitSecondsAll: 12_000,
    handleSeconds: 300_000,
    afterContactSeconds: 60_000,
    selfServiceTried: 400,
    callbackAttempts: 70,
  },
  on: { chat: { handled: 200, handleSeconds: 90_000, waitSecondsAll: 4000 } },
  agents: { paid: 800 * 3600, handling: 400 * 3600, idle: 200 * 3600 },
  seats: 21,
};
const twoChannels: Readonly<Record<string, Json>> = {
  'contactTypes.service.channels': { phone: '80%', chat: '20%' },
  'contactTypes.service.handleTime.chat': { mean: '500 s', cv: 1 },
  'staffing.people.attrition': '50%',
};

/** What a line of a document costs on those totals. */
function priced(changes: Readonly<Record<string, Json>>, line: string): number {
  const compiled = compileStudy(documentWith({ ...twoChannels, ...changes }));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const model = compiled.study.models[0]!;
  const lines = ledgerLines(model);
  const amounts = new Float64Array(lines.length);
  priceTotals(model, centralLeaves(model), tinyTotals(model, sums), 0, amounts);
  const place = lines.findIndex((each) => each.line === line);
  if (place < 0) throw new Error(`No line ${line} among ${lines.map((each) => each.line).join(', ')}`);
  return amounts[place]!;
}

const general = ['telephony', 'technology', 'softwareLicences', 'officeSpace', 'officeComputing', 'taxes', 'miscellaneous'];
const month = 7 / 30.4375;
const year = 7 / 365.25;

describe('every cost on every basis', () => {
  const bases: readonly (readonly [string, Json, number])[] = [
    ['fixed', '1000 per month', 1000 * month],
    ['step', { amount: '500 per month', perStarted: '10 seats' }, 500 * 3 * month],
    ['per seat', '110 per seat per month', 110 * 21 * month],
    // 800 paid hours are 20 full-time agents of 40 h
    ['per FTE', '90 per FTE per month', 90 * 20 * month],
    ['per paid hour', '0.5 per h', 400],
    // the caller's time on the line: 6000 + 12,000 + 300,000 - 60,000 s of calls, none of chats
    ['per minute', '0.01 per minute', 43],
    // spread over three years
    ['one-off', '30000 once', 10_000 * year],
  ];
  it.each(general.flatMap((category) => bases.map(([basis, cost, amount]) => [category, basis, cost, amount] as const)))(
    '%s, %s',
    (category, _, cost, amount) => {
      expect(priced({ [`costs.${category}`]: cost }, category)).toBeCloseTo(amount, 9);
    },
  );

  it('per contact: of all channels, of calls where it is telephony, of chats where it is chat', () => {
    expect(priced({ 'costs.technology': '0.1 per contact' }, 'technology')).toBeCloseTo(120, 9);
    expect(priced({ 'costs.telephony': '0.1 per contact' }, 'telephony')).toBeCloseTo(100, 9);
    for (const category of general) {
      expect(priced({ [`costs.${category}`]: '0.1 per call' }, category), category).toBeCloseTo(100, 9);
      expect(priced({ [`costs.${category}`]: '0.1 per chat' }, category), category).toBeCloseTo(20, 9);
      // Nobody writes e-mails here.
      expect(priced({ [`costs.${category}`]: '0.1 per email' }, category), category).toBe(0);
    }
    expect(priced({ 'costs.chat': '0.1 per contact' }, 'chat')).toBeCloseTo(20, 9);
    expect(priced({ 'costs.chat': '0.1 per chat' }, 'chat')).toBeCloseTo(20, 9);
  });

  it.each([
    ['chat', '40 per seat per month', 40 * 21 * month],
    ['hiring', '4200 per hire', 4200 * 0.5 * year * 20],
    ['hiring', '100 per month', 100 * month],
  ] as const)('%s, %s', (category, cost, amount) => {
    expect(priced({ [`costs.${category}`]: cost }, category)).toBeCloseTo(amount, 9);
  });

  it('a callback’s attempts, where callbacks are taken', () => {
    const changes = { 'levers.callback.accepts': '30%', 'levers.callback.costPerAttempt': '0.02 per attempt' };
    expect(priced(changes, 'callback.attempts')).toBeCloseTo(1.4, 9);
    expect(() => priced({ 'levers.callback.costPerAttempt': 0.02 }, 'callback.attempts')).toThrow('No line');
  });

  it('sessions, minutes of the IVR and a penalty', () => {
    expect(priced({ 'levers.selfService.costPerSession': 0.1 }, 'selfService.sessions')).toBeCloseTo(40, 9);
    expect(priced({ 'levers.ivr.costPerMinute': 0.03 }, 'ivr.minutes')).toBeCloseTo(3, 9);
    // 550 of 1,100 in time
    const penalties = { serviceLevelBelow: '60%', amount: '1000 per month' };
    expect(priced({ 'costs.penalties': penalties }, 'penalties')).toBeCloseTo(1000 * month, 9);
    expect(priced({ 'costs.penalties': { ...penalties, serviceLevelBelow: '50%' } }, 'penalties')).toBe(0);
  });
});
