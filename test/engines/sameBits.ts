import { beforeAll, describe, expect, it } from 'vitest';
import { studyNames } from './studies.ts';
import { pinned, record } from './pinned/digests.ts';
import { patience, type Run } from './run.ts';
import { script, type Said } from './script.ts';

let built: Promise<string> | undefined;

/**
 * The suite of one engine: the golden studies have the bits on record, and digests that are taken of anything else are other ones.
 *
 * @param records whether PERCALL_PIN=update puts on record what this engine says. One engine does, and the others must agree.
 */
export function sameBitsIn(engine: string, run: Run, { records = false } = {}): void {
  describe(`pinned: golden studies in ${engine}`, () => {
    let said: Said;
    beforeAll(async () => {
      said = JSON.parse(await run(await (built ??= script()))) as Said;
      if (records) record(said.golden);
    }, 2 * patience);

    it.each(studyNames)('%s has the bits on record, of totals and of results', (name) => {
      expect(said.golden[name]).toEqual(pinned()[name]);
    });

    it('nothing else is on record', () => {
      expect(Object.keys(pinned())).toEqual(studyNames);
    });

    it('twin: an input moved by its last bit gives other bits', () => {
      expect(said.byOneUlp.totals).not.toBe(said.golden.retailer.totals);
      expect(said.byOneUlp.results).not.toBe(said.golden.retailer.results);
    });

    it('twin: an exp of the engine’s own gives other bits', () => {
      expect(said.ownExp.totals).not.toBe(said.golden.retailer.totals);
      expect(said.ownExp.results).not.toBe(said.golden.retailer.results);
    });
  });
}
