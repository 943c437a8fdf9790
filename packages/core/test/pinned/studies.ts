import { readFileSync, writeFileSync } from 'node:fs';
import { sha256Hex } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { shippedResults, shippedTexts } from '../support/shippedResults.ts';

/**
 * Digests of whole studies, taken by running this very code: they prove that nothing changed, and nothing else. A change that moves one says
 * in the changelog, under "Numbers", which results moved, why and by how much. PERCALL_PIN=update records anew.
 */
const file = new URL('studies.json', import.meta.url);
const pinned = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

const digest = (name: string): string => sha256Hex(JSON.stringify(shippedResults(name), withoutAdded));

/**
 * Results that came after the digests were taken are left out of them, so that they show that what was there has not moved: savings by kind,
 * and costs by contact type. Those are checked by hand, in `savings.test.ts` and `allocateCosts.test.ts`.
 */
const withoutAdded = (key: string, value: unknown): unknown =>
  key === 'savings' || key === 'idleCost' || /^(?:cpc\.handled|totalCost)\.phone\b/.test(key) ? undefined : value;

describe('pinned: whole studies', () => {
  it.each(Object.keys(shippedTexts))('%s gives the bytes it gave', (name) => {
    const found = digest(name);
    if (process.env['PERCALL_PIN'] === 'update') pinned[name] = found;
    expect(found).toBe(pinned[name]);
    if (process.env['PERCALL_PIN'] === 'update') writeFileSync(file, `${JSON.stringify(pinned, null, 2)}\n`);
  });

  it('pins nothing that is not there', () => {
    expect(Object.keys(pinned).sort()).toEqual(Object.keys(shippedTexts).sort());
  });
});
