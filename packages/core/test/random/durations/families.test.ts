import { interpret, type Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { asTyped, compileModel } from '../../../src/model/compileModel.ts';
import { notModelledYet } from '../../../src/model/notModelledYet.ts';
import { withCv } from '../../../src/random/durations/durationFamily.ts';
import { createDurationLaw } from '../../../src/random/durations/durationLaw.ts';
import { totalsKeys } from '../../../src/study/totalsKeys.ts';
import { documentWith, studyOf } from '../../support/document.ts';

const scenarioWith = (changes: Readonly<Record<string, Json>>) => interpret(documentWith(changes)).scenarios[0]!.scenario;
const queueWith = (handleTime: Json, patience: Json) =>
  compileModel(
    'case',
    scenarioWith({ 'contactTypes.service.handleTime.phone': handleTime, 'contactTypes.service.patience.phone': patience }),
    asTyped(1),
  ).queues[0]!;

describe('the laws of a document in its model', () => {
  it.each<[Json, Json]>([
    [{}, { family: 'lognormal' }],
    [{ family: 'gamma' }, { family: 'gamma' }],
    [{ family: 'weibull' }, { family: 'weibull' }],
    [{ family: 'exponential' }, { family: 'exponential' }],
    [{ family: 'deterministic' }, { family: 'deterministic' }],
    [
      { family: 'erlang', shape: 3 },
      { family: 'erlang', phases: 3 },
    ],
    [
      { family: 'empirical', values: ['200 s', '5 min'] },
      { family: 'empirical', values: [200, 300] },
    ],
  ])('handle time %o is %o', (typed, law) => {
    expect(queueWith({ mean: '300 s', ...(typed as object) }, '3 min').handleTime.law).toEqual(law);
  });

  it.each<[Json, Json]>([
    [{}, { family: 'exponential' }],
    [{ family: 'deterministic' }, { family: 'deterministic' }],
    [
      { family: 'weibull', shape: 0.8 },
      { family: 'weibull', shape: 0.8 },
    ],
    [
      { family: 'lognormal', shape: 1.4 },
      { family: 'lognormal', cv: 1.4 },
    ],
    [
      { family: 'hyperexponential', shape: 2 },
      { family: 'hyperexponential', cv: 2 },
    ],
    [
      { family: 'uniform', shape: 0.25 },
      { family: 'uniform', spread: 0.25 },
    ],
  ])('patience %o is %o', (typed, law) => {
    const made = queueWith('300 s', { mean: '3 min', ...(typed as object) }).patience!.law;
    expect(made).toEqual(law);
    expect(createDurationLaw(structuredClone(made)).cv).toBeGreaterThanOrEqual(0);
  });

  it('take the cv of a world where they have none of their own', () => {
    for (const family of ['lognormal', 'gamma', 'weibull'] as const) {
      expect(withCv({ family }, 0.7)).toEqual({ family, cv: 0.7 });
      expect(createDurationLaw(withCv({ family }, 0.7)).cv).toBe(0.7);
    }
    expect(withCv({ family: 'weibull', shape: 2 }, 0.7)).toEqual({ family: 'weibull', shape: 2 });
    expect(createDurationLaw(withCv({ family: 'erlang', phases: 4 }, 0.7)).cv).toBe(0.5);
    expect(createDurationLaw(withCv({ family: 'exponential' }, 0.7)).cv).toBe(1);
  });

  it('are part of what totals follow from', () => {
    const study = studyOf(documentWith());
    const [model] = study.models;
    const [queue] = model!.queues;
    const keyWith = (change: Partial<typeof queue>): string =>
      totalsKeys({ ...study, models: [{ ...model!, queues: [{ ...queue!, ...change }] }] })[0]!;
    const same = keyWith({});
    expect(same).toBe(totalsKeys(study)[0]);
    expect(keyWith({ handleTime: { ...queue!.handleTime, law: { family: 'gamma' } } })).not.toBe(same);
    expect(keyWith({ patience: { ...queue!.patience!, law: { family: 'weibull', shape: 0.8 } } })).not.toBe(same);
  });

  it('of patience, and whose turn it is: what the instant floor does not compute with is refused there, and taken by the exact one', () => {
    const refused = (path: string, value: Json, floor: 'erlang' | 'calls' = 'erlang'): readonly string[] =>
      notModelledYet(scenarioWith({ [path]: value }), floor).map((problem) => problem.path);
    const [handleTime, patience] = ['contactTypes.service.handleTime.phone', 'contactTypes.service.patience.phone'] as const;
    expect(refused(handleTime, { mean: '300 s', family: 'gamma' })).toEqual([]);
    expect(refused(patience, { mean: '3 min', family: 'weibull', shape: 0.8 })).toEqual([patience]);
    expect(refused(patience, { mean: '3 min', family: 'weibull', shape: 0.8 }, 'calls')).toEqual([]);
    expect(refused(patience, { mean: '3 min', family: 'exponential' })).toEqual([]);
    expect(refused('levers.routing.freeAgent', 'random')).toEqual(['levers.routing.freeAgent']);
    expect(refused('levers.routing.freeAgent', 'random', 'calls')).toEqual([]);
  });
});
