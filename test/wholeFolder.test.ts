import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { wholeFolder } from './wholeFolder.ts';

const place = () => mkdtempSync(path.join(tmpdir(), 'percall-whole-'));

/** Two files, one after the other, as an archive is unpacked. */
const inTwoSteps =
  (milliseconds: number, seen: () => void = () => {}) =>
  async (own: string): Promise<void> => {
    writeFileSync(path.join(own, 'first'), 'one');
    seen();
    await pause(milliseconds);
    writeFileSync(path.join(own, 'last'), 'two');
  };

it('has its name only when it is whole, whoever else fills it meanwhile', async () => {
  const folder = path.join(place(), 'browser');
  const whileHalf: boolean[] = [];
  const seen = () => whileHalf.push(existsSync(folder));
  const found = await Promise.all([30, 10, 20].map((milliseconds) => wholeFolder(folder, inTwoSteps(milliseconds, seen))));
  expect(whileHalf).toEqual([false, false, false]);
  expect(found).toEqual([folder, folder, folder]);
  expect(readFileSync(path.join(folder, 'last'), 'utf8')).toBe('two');
  expect(readdirSync(path.dirname(folder))).toEqual(['browser']);
});

it('is filled no second time', async () => {
  const folder = path.join(place(), 'browser');
  await wholeFolder(folder, inTwoSteps(0));
  await wholeFolder(folder, () => Promise.reject(new Error('filled again')));
});

it('is not there where filling it fails', async () => {
  const folder = path.join(place(), 'browser');
  await expect(wholeFolder(folder, () => Promise.reject(new Error('no room left')))).rejects.toThrow('no room left');
  expect(readdirSync(path.dirname(folder))).toEqual([]);
});
