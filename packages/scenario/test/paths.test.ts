import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatPath, getAt, parsePath, setAt } from '../src/index.ts';

const key = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a', 'IVR verification', 'a.b', '[0]', '"', '\\', 'volume~handleTime', '', 'مبيعات'),
  )
  .filter((text) => text !== '__proto__');
const path = fc.array(fc.oneof(key, fc.nat(999_999)), { maxLength: 6 }).filter((parts) => typeof parts[0] !== 'number');

it('reads what it spells (seed 1)', () => {
  fc.assert(
    fc.property(path, (parts) => {
      expect(parsePath(formatPath(parts))).toEqual({ ok: true, path: parts });
    }),
    { seed: 1 },
  );
});

it('never throws (seed 2)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const parsed = parsePath(text);
      if (parsed.ok) expect(parsePath(formatPath(parsed.path))).toEqual(parsed);
    }),
    { seed: 2, numRuns: 500 },
  );
});

it.each([
  ['levers.ivr.time', ['levers', 'ivr', 'time']],
  ['variants."IVR verification".changes', ['variants', 'IVR verification', 'changes']],
  ['"levers".ivr', ['levers', 'ivr']],
  ['calendar.events[0].days', ['calendar', 'events', 0, 'days']],
  ['', []],
])('%s', (text, expected) => {
  expect(parsePath(text)).toEqual({ ok: true, path: expected });
});

it.each(['.', 'a.', '.a', 'a..b', 'a.[0]', 'a[x]', 'a[-1]', 'a"b"', '"a', 'a]', 'a[0]b'])('%s is no path', (text) => {
  expect(parsePath(text).ok).toBe(false);
});

it('gets what was set (seed 3)', () => {
  const document = { contactTypes: { a: { handleTime: { phone: '9 min' } } }, variants: [{ name: 'x', changes: {} }] };
  fc.assert(
    fc.property(
      fc.array(key, { minLength: 1, maxLength: 4 }),
      fc.oneof(fc.integer(), fc.string(), fc.constant({ deep: [1] })),
      (parts, value) => {
        const set = setAt(document, parts, value);
        if (set.ok) expect(getAt(set.document, parts)).toEqual(value);
      },
    ),
    { seed: 3 },
  );
});

it('does not touch the argument', () => {
  const document = Object.freeze({ a: Object.freeze({ b: 1 }) });
  expect(setAt(document, ['a', 'b'], 2)).toEqual({ ok: true, document: { a: { b: 2 } } });
  expect(document.a.b).toBe(1);
});

it('writes short forms out', () => {
  const document = { contactTypes: { a: { handleTime: { phone: '9 min' } } }, agents: { g: { skills: ['a', 'b'] } } };
  expect(setAt(document, ['contactTypes', 'a', 'handleTime', 'phone', 'cv'], 0.8)).toMatchObject({
    document: { contactTypes: { a: { handleTime: { phone: { mean: '9 min', cv: 0.8 } } } } },
  });
  expect(setAt(document, ['agents', 'g', 'skills', 'a', 'level'], 2)).toMatchObject({
    document: { agents: { g: { skills: { a: { level: 2 }, b: 1 } } } },
  });
});

it('finds list items by name and removes them with null', () => {
  const document = { calendar: { events: [{ name: 'storm', volume: 'x2' }, { days: '2026-01-05' }] } };
  expect(setAt(document, ['calendar', 'events', 'storm', 'volume'], 'x3')).toMatchObject({
    document: { calendar: { events: [{ volume: 'x3' }, {}] } },
  });
  expect(setAt(document, ['calendar', 'events', 'storm'], null)).toEqual({
    ok: true,
    document: { calendar: { events: [{ days: '2026-01-05' }] } },
  });
  expect(setAt(document, ['calendar', 'events', 'strom'], null)).toMatchObject({
    ok: false,
    problems: [{ code: 'reference', params: { nearest: 'storm' } }],
  });
  expect(setAt(document, ['calendar', 'events', 7], null).ok).toBe(false);
});

it('does not reach prototypes', () => {
  expect(setAt({}, ['__proto__', 'polluted'], true).ok).toBe(false);
  expect(getAt({}, ['constructor'])).toBeUndefined();
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
