import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { en } from '@percall/report';
import { presetNames } from '@percall/scenario';
import { expect, it } from 'vitest';

const rooms = ['../src', '../../../packages/report/src'].map((room) => fileURLToPath(new URL(room, import.meta.url)));
const sources = rooms
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => path.join(room, file)))
  .filter((file) => /\.(ts|svelte)$/.test(file) && !/words\/page(InArabic)?\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

it('every word of the page is said somewhere', () => {
  expect(Object.keys(en.page).filter((key) => !new RegExp(`page\\.${key}\\b`).test(sources))).toEqual([]);
});

it('every centre has a name and a question', () => {
  expect(Object.keys(en.page.presetName).sort()).toEqual([...presetNames()].sort());
});
