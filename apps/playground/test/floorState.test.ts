import { en } from '@percall/report';
import { ar } from '@percall/report/arabic';
import { createSession, inLineCrew } from '@percall/runner';
import { describe, expect, it } from 'vitest';
import { deskAnswer } from '../src/desk/desk.ts';
import { floorStateOf } from '../src/panels/floorState.ts';
import type { Answer, Phase } from '../src/state/answers.svelte.ts';
import { preset } from './documents.ts';

/** The help desk's answers from both floors: the exact one corrects a part of its futures. */
async function answers(replications: number): Promise<readonly Answer[]> {
  const document = preset('it-help-desk');
  const found: Answer[] = [];
  const session = createSession(inLineCrew());
  for await (const answer of session.stream(document, { floor: 'auto', instantFirst: true, replications }))
    found.push({ ...deskAnswer(answer), inputsHash: null, document, selected: null, whole: true, number: 1 });
  return found;
}

const phaseOf = (kind: 'refining' | 'settled' | 'stopped', { replications, of }: Answer, done: number | null = null): Phase => ({
  kind,
  replications,
  of,
  exact: done === null ? null : { done, of: 8 },
});

describe('the state of the floors, in words', () => {
  it('goes from the instant floor over so many futures call by call to what the exact one moves, and how surely', async () => {
    const [first, instant, corrected] = await answers(256);
    const { setting } = corrected!;
    const say = (answer: Answer, phase: Phase) => floorStateOf(answer, phase, 1, setting, en);
    expect(say(first!, phaseOf('refining', first!, 0))).toEqual({
      text: 'Instant floor: 32 of 256 futures',
      progress: 'instant',
      exact: null,
    });
    expect(say(instant!, phaseOf('refining', instant!, 3))).toEqual({
      text: 'Instant floor. Refining call by call: 3 of 8 futures',
      progress: 'refining',
      exact: { done: 3, of: 8 },
    });
    const { text, progress } = say(corrected!, phaseOf('settled', corrected!));
    expect(text).toMatch(
      /^256 futures, corrected by the exact floor, call by call in 8 of them: it moves the cost per \w+( \w+)? by [+−-]?\d+\.\d+ ± \d+\.\d+ [A-Z]{3}\. Counts of 100 futures may be \d\d off\.$/,
    );
    expect(progress).toBe('done');
    // Eight futures say little of a chance; of one that is sure there is nothing to add.
    const sure = { value: 1, lower: 1, upper: 1 };
    const { results } = corrected!;
    const scenarios = results.scenarios.map((each) => ({
      ...each,
      holds: sure,
      floors: each.floors.map((floor) => ({ ...floor, holds: sure })),
      versusBaseline: each.versusBaseline && {
        ...each.versusBaseline,
        probability: { cheaper: sure, holds: sure, noWorse: sure, cheaperAndNoWorse: sure },
      },
    }));
    expect(say({ ...corrected!, results: { ...results, scenarios } }, phaseOf('settled', corrected!)).text).toBe(
      text.replace(/ Counts.*$/, ''),
    );
    // Each scenario has a correction of its own.
    const ofBaseline = floorStateOf(corrected!, phaseOf('settled', corrected!), 0, setting, en).text;
    expect(ofBaseline).not.toBe(text);
    const { value, lower, upper } = corrected!.results.scenarios[1]!.floor.correction![`cpc.${setting.headline}`]!;
    // Rounded where its error begins.
    const [said, error] = /by ([+−-]?[\d.]+) ± ([\d.]+)/.exec(text)!.slice(1);
    const half = 0.5 * 10 ** -error!.split('.')[1]!.length;
    expect(Math.abs(Number(said!.replace('−', '-')) - value)).toBeLessThanOrEqual(half * (1 + 1e-9));
    expect(Math.abs(Number(error) - (upper - lower) / 2)).toBeLessThanOrEqual(half * (1 + 1e-9));
    expect(floorStateOf(corrected!, phaseOf('settled', corrected!), 1, setting, ar).text).toContain('±');
  });

  it('says what was stopped, and what nothing corrects', async () => {
    const [, instant] = await answers(64);
    const { setting } = instant!;
    const say = (phase: Phase) => floorStateOf(instant!, phase, 0, setting, en).text;
    expect(say(phaseOf('stopped', { ...instant!, of: 128 }))).toBe('Instant floor, stopped: 64 of 128 futures');
    expect(say(phaseOf('stopped', instant!, 3))).toMatch(/^Instant floor, 64 futures\. Stopped before/);
    // Sampling is not all that such counts may be off by.
    expect(say(phaseOf('settled', instant!))).toMatch(
      /^64 futures on the instant floor\. Call by call would take too long .* may be \d+ off by sampling alone\.$/,
    );
    expect(floorStateOf(instant!, phaseOf('settled', instant!), 0, setting, ar).text).toMatch(/بسبب المعاينة وحدها/);
    expect(floorStateOf(instant!, { kind: 'computing', exact: { done: 2, of: 64 } }, 0, setting, en).text).toBe(
      'Computing call by call: 2 of 64 futures',
    );
  });
});
