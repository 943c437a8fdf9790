import { afterEach, expect, it, vi } from 'vitest';
import { installed } from './installed.ts';

const nowhere = { what: 'Firefox', variable: 'PERCALL_FIREFOX', places: ['/nowhere/firefox'], debianPackage: 'firefox-esr' };

afterEach(() => {
  vi.unstubAllEnvs();
});

it('says what to install, or which variable names another place, where a program is missing', () => {
  vi.stubEnv('PERCALL_FIREFOX', '');
  expect(() => installed(nowhere)).toThrow(
    'Firefox is missing (looked for at /nowhere/firefox): install Debian’s package firefox-esr, or name another place in PERCALL_FIREFOX.',
  );
});

it('takes the place that the variable names, and no other in its stead', () => {
  vi.stubEnv('PERCALL_FIREFOX', process.execPath);
  expect(installed(nowhere)).toBe(process.execPath);
  vi.stubEnv('PERCALL_FIREFOX', '/elsewhere/firefox');
  expect(() => installed({ ...nowhere, places: [process.execPath] })).toThrow('PERCALL_FIREFOX names /elsewhere/firefox, where nothing is');
});
