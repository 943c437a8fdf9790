import { compileStudy } from '@percall/core';
import {
  choicesOf,
  controlsOf,
  documentWith,
  fieldWords,
  scenarioDocument,
  setAt,
  type Json,
  type ScenarioDocument,
} from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { isOffered, settings } from '../src/controls/offered.ts';
import { isCalled, searchWords } from '../src/controls/searchWords.ts';
import { preset } from './documents.ts';

const bank = preset('bank-ivr-verification');
const baseline = scenarioDocument(bank, null)!;
const offered = (document: Json) => [...controlsOf(document), ...choicesOf(document)].filter((input) => isOffered(input));

function compiled(document: Json): string {
  const answer = compileStudy(document as ScenarioDocument);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return JSON.stringify(answer.study.models[0]);
}

describe('what is offered', () => {
  it('is what the engine reads', () => {
    const patterns = offered(baseline).map(({ pattern }) => pattern);
    expect(patterns).toEqual(
      expect.arrayContaining(['contactTypes.*.volume', 'headline', 'targets.serviceLevel.rule', 'investment.years']),
    );
    expect(patterns.filter((pattern) => /calendar.weekStarts|family|staffing.(plan|response)|callback.offerWhen$/.test(pattern))).toEqual(
      [],
    );
  });

  it('is settings whose every value the engine takes, and answers otherwise', () => {
    const byChannel = setAt(baseline, ['targets', 'serviceLevel'], { phone: { atLeast: '80%', within: '20 s' } });
    for (const pattern of settings) {
      const document = pattern.includes('.phone.') && byChannel.ok ? byChannel.document : baseline;
      const choice = choicesOf(document).find(({ path }) => path === pattern);
      const values: readonly Json[] = choice?.options ?? [5, 7];
      const models = values.map((value) => {
        const changed = documentWith(document, null, { path: pattern }, value);
        if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
        return compiled(changed.document);
      });
      expect(new Set(models).size, pattern).toBe(values.length);
    }
  });
});

describe('what planners call it', () => {
  it('are words for fields that there are', () => {
    for (const [pattern, words] of Object.entries(searchWords)) {
      expect(fieldWords().has(pattern), pattern).toBe(true);
      expect(words, pattern).toMatch(/[A-Za-z].*;.*[\u0600-\u06ff]/);
    }
  });

  it.each([
    ['AHT', 'contactTypes.*.handleTime.phone.mean'],
    ['acw', 'contactTypes.*.handleTime.phone.afterContactWork'],
    ['SL', 'targets.serviceLevel.atLeast'],
    ['ASA', 'targets.speedOfAnswer.atMost'],
    ['talk time', 'contactTypes.*.handleTime.phone.mean'],
    ['absence', 'agents.*.shrinkage'],
    ['راتب', 'agents.*.wage'],
  ])('%s is %s', (word, pattern) => {
    expect(isCalled(pattern, word.toLocaleLowerCase())).toBe(true);
    expect(isCalled('staffing.people.overtime.premium', word.toLocaleLowerCase())).toBe(false);
  });
});
