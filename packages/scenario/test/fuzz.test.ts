import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkDocument, decodeLink, interpret, parseScenario, type Parsed } from '../src/index.ts';
import { bank, bankText, type Editable } from './documents.ts';

const settled = (parsed: Parsed): void => {
  if (parsed.ok) expect(interpret(parsed.document).scenarios.length).toBeGreaterThan(0);
  else {
    expect(parsed.problems.some(({ severity }) => severity === 'error')).toBe(true);
    for (const { path, params } of parsed.problems) {
      expect(typeof path).toBe('string');
      expect(params.must.rule).toBeTypeOf('string');
    }
  }
};

it('any text gives a document or problems (seed 11)', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', ':', '-', '\n', ' ', '"', '&a', '*a', '#', 'percall: 1', '|', '>') }),
      ),
      (text) => settled(parseScenario(text)),
    ),
    { seed: 11, numRuns: 300 },
  );
});

it('any value gives a document or problems (seed 12)', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withBigInt: true }), fc.jsonValue()),
      (value) => {
        settled(checkDocument(value));
        settled(
          checkDocument({
            percall: 1,
            contactTypes: value,
            agents: value,
            calendar: value,
            levers: value,
            variants: value,
            correlations: value,
            targets: value,
          }),
        );
      },
    ),
    { seed: 12, numRuns: 300 },
  );
});

/** Every place of the example, as keys. */
const places: string[][] = [];
const collect = (value: Editable, keys: string[]): void => {
  if (keys.length > 0) places.push(keys);
  if (typeof value === 'object' && value !== null) for (const key of Object.keys(value)) collect(value[key]!, [...keys, key]);
};
collect(bank(), []);

const replacement = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    '',
    '5 min',
    '12%',
    'x2',
    '120k ±8%',
    '3 points',
    '17 per h',
    [],
    {},
    { low: 1, likely: 2, high: 3 },
    { value: null },
    { amount: '1 once' },
    'constructor',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

it('a valid document with two places replaced or removed gives a document or problems (seed 13)', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...places), fc.option(replacement, { nil: undefined })), { minLength: 1, maxLength: 2 }),
      (edits) => {
        const document = bank();
        for (const [keys, value] of edits) {
          let here: Editable | undefined = document;
          for (const key of keys.slice(0, -1)) here = typeof here === 'object' && here !== null ? here[key] : undefined;
          if (typeof here !== 'object' || here === null) continue;
          if (value === undefined) delete here[keys.at(-1)!];
          else here[keys.at(-1)!] = value as Editable;
        }
        settled(checkDocument(document));
      },
    ),
    { seed: 13, numRuns: 250 },
  );
});

it('a cut or scrambled text gives a document or problems (seed 14)', () => {
  fc.assert(
    fc.property(fc.nat(bankText.length), fc.nat(bankText.length), fc.string({ unit: 'binary', maxLength: 3 }), (from, to, insert) =>
      settled(parseScenario(bankText.slice(0, Math.min(from, to)) + insert + bankText.slice(Math.max(from, to)))),
    ),
    { seed: 14, numRuns: 80 },
  );
});

it('any text is a link or is refused (seed 15)', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String().map((text) => `#s=1.d0.${text.replace(/=+$/, '')}`),
      ),
      (text) => {
        expect(decodeLink(text).ok).toBe(false);
      },
    ),
    { seed: 15, numRuns: 300 },
  );
});
