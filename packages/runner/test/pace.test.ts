import { describe, expect, it } from 'vitest';
import { createPace } from '../src/pace.ts';

/** A pace with a clock that is set by hand; each answer takes `cost` a replication. */
function paced(every: number, cost: number) {
  let now = 1000;
  const pace = createPace(every, () => now);
  return {
    pace,
    pass: (milliseconds: number) => void (now += milliseconds),
    answer: (replications: number) => {
      now += cost * replications;
      pace.made(replications, cost * replications);
    },
  };
}

describe('the pace of answers on the way', () => {
  it('is as asked while they are cheap', () => {
    const { pace, pass, answer } = paced(100, 0.055);
    expect(pace.wait(64)).toBe(100);
    pass(100);
    expect(pace.wait(64)).toBe(0);
    answer(64);
    // From beginning to beginning.
    expect(pace.wait(72)).toBeCloseTo(100 - 64 * 0.055, 9);
    pass(60);
    expect(pace.wait(72)).toBeCloseTo(40 - 64 * 0.055, 9);
    // Whoever was kept elsewhere has it at once.
    pass(500);
    expect(pace.wait(80)).toBe(0);
  });

  it('leaves the work half of the time, however dear they become', () => {
    for (const [every, cost, rate] of [
      [100, 0.055, 0.1],
      [100, 0.011, 0.5],
      [1, 0.02, 0.5],
    ] as const) {
      const { pace, pass, answer } = paced(every, cost);
      let worked = 0;
      let answering = 0;
      let answers = 0;
      for (let replications = 64; replications < 65_536;) {
        const wait = pace.wait(replications);
        if (wait === 0) {
          answer(replications);
          answering += cost * replications;
          answers += 1;
        } else {
          pass(1);
          worked += 1;
          replications += rate;
        }
      }
      expect(answers).toBeGreaterThan(20);
      expect(answering / (answering + worked)).toBeLessThan(0.51);
      // And they come as often as that lets them: not much less.
      if (worked / answers > every * 1.5) expect(answering / (answering + worked)).toBeGreaterThan(0.45);
    }
  });
});
