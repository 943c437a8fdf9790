import { expect, it } from 'vitest';
import { migrate } from '../src/migrate.ts';

const steps = { 1: ({ title, ...rest }: { readonly [key: string]: unknown }) => ({ ...rest, name: title }) as never };

it('brings an older document up to date, step by step', () => {
  expect(migrate({ percall: 1, title: 'x' }, steps, 2)).toEqual({ ok: true, document: { percall: 2, name: 'x' } });
  expect(migrate({ percall: 2, name: 'x' }, steps, 2)).toEqual({ ok: true, document: { percall: 2, name: 'x' } });
});

it('refuses newer ones, ones without a version and ones that nothing migrates', () => {
  const refused = (percall: unknown) => {
    const migrated = migrate({ percall } as never, steps, 3);
    return migrated.ok ? 'ok' : migrated.problems.map(({ code, path }) => `${code} ${path}`).join();
  };
  expect(refused(4)).toBe('newer percall');
  expect(refused(undefined)).toBe('missing percall');
  expect(refused('1')).toBe('type percall');
  expect(refused(2)).toBe('range percall');
});
