import { describe, expect, it } from 'vitest';
import * as browser from '../src/browser.ts';
import * as inLine from '../src/index.ts';
import * as node from '../src/node.ts';
import type { SessionStreamOptions } from '../src/index.ts';
import type { WorkerRunOptions } from '../src/node.ts';
import { smallDocument } from './support/documents.ts';

const wrong: readonly (readonly [object, new () => Error, string])[] = [
  [{ workers: '2' }, TypeError, 'workers must be a whole number from 0 on, not "2"'],
  [{ workers: 1.5 }, RangeError, 'workers must be a whole number from 0 on, not 1.5'],
  [{ replications: '64' }, TypeError, 'replications must be a multiple of 8 from 64 to 10485760, not "64"'],
  [{ replications: 65 }, RangeError, 'replications must be a multiple of 8 from 64 to 10485760, not 65'],
  [{ seed: 7 }, TypeError, 'seed must be text, not 7'],
  [{ signal: {} }, TypeError, 'signal must be an AbortSignal, not an object'],
  [{ signal: null }, TypeError, 'signal must be an AbortSignal, not null'],
  [{ onProgress: true }, TypeError, 'onProgress must be a function, not true'],
  [{ onExact: 1 }, TypeError, 'onExact must be a function, not 1'],
  [{ kpis: ['asa.phone'] }, TypeError, 'kpis must be a function, not a list'],
  [{ shares: 'no' }, TypeError, 'shares must be true or false, not "no"'],
  [
    { sampling: 'latinHypercube', precision: ['cpc.handled.p50 < 5%'] },
    TypeError,
    'sampling must be sobol or monteCarlo beside a precision: a hypercube has all its replications at once, not "latinHypercube"',
  ],
];

/** Of sessions alone. */
const wrongInSession: typeof wrong = [
  [{ floor: 'auto', instantFirst: 'yes' }, TypeError, 'instantFirst must be true or false, not "yes"'],
  [{ floor: 'auto', instantFirst: true, glance: 20 }, RangeError, 'glance must be a multiple of 8 from 16 to 56, not 20'],
  [{ floor: 'auto', instantFirst: true, glance: '16' }, TypeError, 'glance must be a multiple of 8 from 16 to 56, not "16"'],
  [{ glance: 16 }, TypeError, 'glance must be left out where the instant floor does not answer first, not 16'],
  [{ floor: 'auto', instantFirst: true, compiled: true }, TypeError, 'compiled must be what compile makes, not true'],
  [{ compiled: { study: 0 } }, TypeError, 'compiled must be left out where the instant floor does not answer first, not an object'],
  [
    { floor: 'auto', instantFirst: true, compiled: { study: 0 }, seed: 'x' },
    TypeError,
    'replications, seed, sampling and days must be left out where the document comes compiled, not an object',
  ],
  [{ instantFirst: true }, TypeError, 'floor must be auto where the instant floor answers first, not undefined'],
  [
    { floor: 'auto', instantFirst: true, precision: ['cpc.handled.p50 < 5%'] },
    TypeError,
    'precision must be left out where the instant floor answers first, not a list',
  ],
];

describe.each(Object.entries({ 'in line': inLine, 'over threads': node, 'over Web Workers': browser }))(
  'options of the wrong kind, %s',
  (_, { runStudy, streamStudy }) => {
    it.each(wrong)('%o', async (options, kind, message) => {
      const given = options as WorkerRunOptions;
      const failure = await runStudy(smallDocument(), given).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(kind);
      expect((failure as Error).message).toBe(message);
      expect(() => streamStudy(smallDocument(), given)).toThrow(message);
    });
  },
);

it.each(wrong.filter(([options]) => !('workers' in options)))('a session refuses them too: %o', async (options, kind, message) => {
  const session = inLine.createSession(inLine.inLineCrew());
  const given = options as WorkerRunOptions;
  expect(() => session.stream(smallDocument(), given)).toThrow(message);
  await expect(session.run(smallDocument(), given)).rejects.toThrow(kind);
});

it('options that are right, or left out, pass', () => {
  const { signal } = new AbortController();
  expect(() => node.streamStudy(smallDocument(), {})).not.toThrow();
  expect(() =>
    node.streamStudy(smallDocument(), { workers: 0, replications: 64, seed: 'a', signal, onProgress: () => {}, kpis: () => true }),
  ).not.toThrow();
});

it.each(wrongInSession)('a session that answers from both floors refuses: %o', (options, kind, message) => {
  const session = inLine.createSession(inLine.inLineCrew());
  expect(() => session.stream(smallDocument(), options as SessionStreamOptions)).toThrow(message);
  expect(() => session.stream(smallDocument(), options as SessionStreamOptions)).toThrow(kind);
});
