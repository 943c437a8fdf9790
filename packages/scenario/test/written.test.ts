import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../src/parse.ts';
import {
  checkDocument,
  documentWith,
  flowText,
  parseScenario,
  presetText,
  readWritten,
  writtenAt,
  writtenOf,
  type Json,
} from '../src/index.ts';

const bank = parseScenario(presetText('bank-ivr-verification')!);
if (!bank.ok) throw new Error(JSON.stringify(bank.problems));
const { document } = bank;

describe('what is written out', () => {
  it('is names, dates, hours, curves, lists of lines and components', () => {
    const patterns = new Set(writtenOf(document).map(({ pattern }) => pattern));
    expect([...patterns]).toEqual(
      expect.arrayContaining([
        'name',
        'currency',
        'timeZone',
        'horizon.start',
        'calendar.open',
        'calendar.holidays',
        'calendar.dayWeights',
        'calendar.dayShape',
        'calendar.seasons',
        'agents.*.shrinkage',
        'targets.serviceLevel',
        'targets.abandonment',
        'channels.chat.concurrency.handleTimes',
        'costs.telephony',
        'correlations',
        'variants[].starts',
        'seed',
      ]),
    );
    const open = writtenOf(document).find(({ path }) => path === 'calendar.open')!;
    expect(writtenAt(document, open)).toBe('{ mon-fri: "08:00-20:00", sat: "09:00-14:00" }');
  });

  it('has examples that can stand there', async () => {
    for (const written of writtenOf(document).filter(({ isBeside }) => isBeside)) {
      const read = await readWritten(written.example, written);
      const patched = documentWith(document, null, written, read.ok ? read.value : null);
      if (!patched.ok) throw new Error(JSON.stringify(patched.problems));
      // Steps of seats are for costs by period or seat: the example of a price by call or by hire is refused where it cannot be climbed.
      const checked = checkDocument(patched.document);
      expect(checked.ok ? [] : checked.problems.map(({ code }) => code), written.path).toEqual(
        ['costs.hiring', 'costs.chat'].includes(written.path) && !checked.ok ? ['unit'] : [],
      );
    }
  });

  it('reads as what stands there', async () => {
    for (const written of writtenOf(document)) {
      const text = writtenAt(document, written);
      const read = await readWritten(text, written);
      expect(read.ok && (read.value === null ? '' : written.isText ? read.value : flowText(read.value)), written.path).toBe(text);
    }
  });

  it('is any value in one line of YAML', () => {
    const value = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(
          'x1.1',
          '1e3',
          'true',
          '12:30',
          '-8%',
          '120k ±8%',
          'a: b',
          '0x1f',
          '1_000',
          '~',
          ' ',
          'مبيعات',
          '2026-01-05',
          '[',
          '# no',
        ),
        fc.string(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
        fc.boolean(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          tie('value'),
          { maxKeys: 3, noNullPrototype: true },
        ),
      ),
    })).value;
    fc.assert(
      fc.property(value, (json) => {
        const decoded = decodeText(flowText(json));
        expect(decoded).toEqual({ ok: true, value: json });
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('says where it does not read', async () => {
    const read = await readWritten('{ mon: [1, 2', { isText: false });
    expect(read.ok || read.problems[0]!.code).toBe('syntax');
    expect(await readWritten('  ', { isText: false })).toEqual({ ok: true, value: null });
  });
});
