import { log, normalCdf, normalInverse } from '@percall/numeric';
import { describe, expect, it } from 'vitest';
import { createFrontDoor, openFrontDoor } from '../../src/frontDoor/frontDoor.ts';
import { documentWith, studyOf } from '../support/document.ts';

const rho = 0.6;
const share = 0.3;

/** Mean handle time in seconds of what self-service leaves, 300 s before it, with its law. */
function left(family: object): number {
  const study = studyOf(
    documentWith({
      'contactTypes.service.volume': { value: '60k', counted: 'needs' },
      'contactTypes.service.handleTime.phone': { mean: '300 s', ...family },
      'contactTypes.service.difficulty': { selfService: rho, containment: 0 },
      'levers.selfService': { service: { tries: '100%', succeeds: `${share * 100}%`, failureAdds: '0 s', returnsWithin72h: '0%' } },
    }),
  );
  const [model] = study.models;
  const door = createFrontDoor();
  openFrontDoor(
    door,
    { ...model!, inversion: { ...model!.inversion, handleTimeFactor: Float64Array.of(1) } },
    0,
    Float64Array.from(model!.leaves, ({ central }) => central),
  );
  return door.handleSeconds;
}

/** E[h(Z) (1 - s(Z))] / E[1 - s(Z)] by the trapezium rule on 40,001 points of -10 to 10, s being the share of needs of that difficulty that are solved. */
function byTrapezia(h: (z: number) => number): number {
  const cut = normalInverse(share);
  let all = 0;
  let work = 0;
  for (let i = 0; i <= 40_000; i++) {
    const z = -10 + i / 2000;
    const goesOn = 1 - normalCdf((cut - rho * z) / Math.sqrt(1 - rho * rho));
    const weight = Math.exp(-0.5 * z * z) * goesOn;
    all += weight;
    work += weight * h(z);
  }
  return work / all;
}

describe('what a filter leaves takes longer, by the law of the handle time', () => {
  it('exponential', () =>
    expect(left({ family: 'exponential' }) / 300).toBeCloseTo(
      byTrapezia((z) => -log(normalCdf(-z))),
      4,
    ));

  it('deterministic: every need takes as long as every other', () => expect(left({ family: 'deterministic' })).toBeCloseTo(300, 9));

  it('Weibull of shape 2, whose mean is the root of pi / 4 of its scale', () => {
    const scale = 1 / Math.sqrt(Math.PI / 4);
    expect(left({ family: 'weibull', cv: Math.sqrt(4 / Math.PI - 1) }) / 300).toBeCloseTo(
      byTrapezia((z) => scale * Math.sqrt(-log(normalCdf(-z)))),
      4,
    );
  });

  it('twin: as if it were lognormal of the same cv, the exponential is missed', () => {
    expect(Math.abs(left({ family: 'lognormal', cv: 1 }) / 300 - byTrapezia((z) => -log(normalCdf(-z))))).toBeGreaterThan(0.01);
  });
});
