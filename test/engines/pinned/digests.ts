import { readFileSync, writeFileSync } from 'node:fs';
import type { Said } from '../script.ts';

/**
 * Digests of the golden studies, taken by running this very code: they prove that engines agree and that nothing changed, and nothing else. A
 * change that moves one says in the changelog, under "Numbers", which results moved, why and by how much. PERCALL_PIN=update records anew.
 */
const file = new URL('digests.json', import.meta.url);

export const pinned = () => JSON.parse(readFileSync(file, 'utf8')) as Said['golden'];

/** Puts digests on record where PERCALL_PIN=update asks for it. */
export function record(found: Said['golden']): void {
  if (process.env['PERCALL_PIN'] === 'update') writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
}
