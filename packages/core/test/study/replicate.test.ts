import { describe, expect, it } from 'vitest';
import { analyse, createReplicator, replicate } from '../../src/index.ts';
import { studyOf } from '../support/document.ts';
import { everythingWith } from '../support/everything.ts';

/** Models: baseline, re-planned variant, locked variant, variant with other prices. */
const study = studyOf(everythingWith());
const empty = new Float64Array(0);

describe('a replicator runs the models that are wanted', () => {
  const whole = replicate(study, 0, 64);

  it.each([[[0]], [[1]], [[2]], [[3, 1]], [[0, 2]], [[2, 2]], [[0, 1, 2, 3]], [[]]])('%j: with the bits of a run of all', (wanted) => {
    const replicator = createReplicator(study);
    for (const [from, to] of [
      [16, 40],
      [0, 16],
    ] as const) {
      const shard = replicator(from, to, wanted);
      expect([shard.from, shard.to]).toEqual([from, to]);
      shard.totals.forEach((totals, model) => {
        const length = whole.totals[model]!.length / 64;
        expect(totals).toEqual(wanted.includes(model) ? whole.totals[model]!.slice(from * length, to * length) : empty);
      });
    }
    // What ran before leaves nothing behind.
    expect(replicator(0, 64)).toEqual(whole);
  });

  it('twin: a locked variant over a roster that was not planned gives other totals', () => {
    const alone = { ...study, models: [study.models[2]!], coordinateOfLeaf: [study.coordinateOfLeaf[2]!] };
    expect(replicate(alone, 0, 64).totals[0]).not.toEqual(whole.totals[2]);
  });

  it('refuses a model that the study lacks', () => {
    expect(() => createReplicator(study)(0, 8, [4])).toThrow(RangeError);
    expect(() => createReplicator(study)(0, 8, [-1])).toThrow(RangeError);
    expect(() => createReplicator(study)(0, 8, [0.5])).toThrow(RangeError);
  });

  it('and no analysis takes the others for results', () => {
    expect(() => analyse(study, [createReplicator(study)(0, 64, [0, 1, 3])])).toThrow(
      /Replications 0 to 63 of Verified, locked hold 0 sums/,
    );
  });
});
