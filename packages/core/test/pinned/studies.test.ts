import { readFileSync, writeFileSync } from 'node:fs';
import { parseScenario, presetNames, presetText, sha256Hex } from '@percall/scenario';
import { expect, it } from 'vitest';
import { compileStudy, replicate, summarise } from '../../src/index.ts';

/**
 * Digests of whole studies, taken by running this very code: they prove that nothing changed, and nothing else. A change that moves one says
 * in the changelog, under "Numbers", which results moved, why and by how much. PERCALL_PIN=update records anew.
 */
const file = new URL('studies.json', import.meta.url);
const pinned = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

const texts: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(presetNames().map((name) => [name, () => presetText(name)!])),
  'bank-2003': () => readFileSync(new URL('../../../../examples/bank-2003.yaml', import.meta.url), 'utf8'),
};

function digest(text: string): string {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const compiled = compileStudy(parsed.document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return sha256Hex(JSON.stringify(summarise(compiled.study, [replicate(compiled.study, 0, 64)]), withoutAdded));
}

/**
 * Results that came after the digests were taken are left out of them, so that they show that what was there has not moved: savings by kind,
 * and costs by contact type. Those are checked by hand, in `savings.test.ts` and `allocateCosts.test.ts`.
 */
const withoutAdded = (key: string, value: unknown): unknown =>
  key === 'savings' || key === 'idleCost' || /^(?:cpc\.handled|totalCost)\.phone\b/.test(key) ? undefined : value;

it.each(Object.keys(texts))('%s gives the bytes it gave', (name) => {
  const found = digest(texts[name]!());
  if (process.env['PERCALL_PIN'] === 'update') pinned[name] = found;
  expect(found).toBe(pinned[name]);
  if (process.env['PERCALL_PIN'] === 'update') writeFileSync(file, `${JSON.stringify(pinned, null, 2)}\n`);
});

it('pins nothing that is not there', () => {
  expect(Object.keys(pinned).sort()).toEqual(Object.keys(texts).sort());
});
