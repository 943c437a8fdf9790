import { compileStudy, createStudyCompiler } from '@percall/core';
import {
  checkDocument,
  choicesOf,
  chosenAt,
  controlsOf,
  documentChoosing,
  documentWith,
  documentWithPart,
  fieldWords,
  isShared,
  leafDescriptions,
  optionWords,
  parseScenario,
  partsOf,
  settingPatterns,
  valueAt,
  writtenOf,
  type Choice,
  type Chosen,
  type Control,
  type Json,
  type ScenarioDocument,
} from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { isOffered, leftOut, onThisFloor } from '../src/controls/offered.ts';
import { isCalled, searchWords } from '../src/controls/searchWords.ts';

/** A centre that has all there is to set, and a variant that changes none of it. */
const whole = documentOf(`percall: 1
horizon: { start: 2026-01-05 }
calendar: { open: { mon-fri: "08:00-18:00" }, events: [{ name: storm, days: 2026-01-15, volume: x2 }] }
contactTypes:
  orders:
    volume: 9k
    channels: { phone: 50%, chat: 20%, email: 20%, social: 10% }
    handleTime: { phone: { mean: 5 min, family: erlang, shape: 3 }, chat: 6 min, email: 7 min, social: 4 min }
    patience: { phone: 3 min }
  returns: { volume: 5k, handleTime: { phone: 4 min } }
agents:
  desk: { skills: { orders: 1, returns: 2 }, wage: 18 per h, shrinkage: { leave: 12%, sickness: 5%, breaks: 14% } }
  writers: { skills: [orders, returns], wage: 17 per h }
staffing:
  roster: { desk: { mon-fri: 22 }, writers: { mon-fri: 9 } }
  headcount: { desk: 40 FTE, writers: 16 FTE }
channels: { phone: { trunks: 60 } }
levers: { callback: { accepts: 30%, offerWhenWaitExceeds: 30 s } }
targets:
  abandonment: { phone: { atMost: 5% }, chat: { atMost: 6% } }
  speedOfAnswer: { atMost: 40 s }
  occupancy: { atMost: 92% }
  email: { atLeast: 90% }
  social: { atLeast: 90% }
  callbackPromise: { atLeast: 90% }
  firstContactResolution: { atLeast: 60% }
variants: [{ name: other }]
`);
const byChannel = changed(whole, 'targets.serviceLevel', {
  phone: { atLeast: '80%', within: '20 s' },
  chat: { atLeast: '80%', within: '60 s' },
});
const together = changed(whole, 'targets.abandonment', { atMost: '5%' });
const documents = [whole, byChannel, together];

function documentOf(text: string): ScenarioDocument {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

function checked(document: Json): ScenarioDocument {
  const answer = checkDocument(document);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.document;
}

function changed(document: Json, path: string, value: Json): ScenarioDocument {
  const patched = documentWith(document, null, { path }, value);
  if (!patched.ok) throw new Error(JSON.stringify(patched.problems));
  return checked(patched.document);
}

const compile = createStudyCompiler();

/** The models of a document, baseline and variants, on the floor that the page runs on. */
function compiled(document: ScenarioDocument): readonly string[] {
  const answer = compile(document);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.study.models.map((model) =>
    JSON.stringify(model, (_, value: unknown) => (ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value)),
  );
}

/** Every setting that the documents have, once each, with the document that has it. */
const settings = [
  ...new Map(
    documents.flatMap((document) =>
      [...controlsOf(document).filter(({ isPlain }) => isPlain), ...choicesOf(document)].map(
        (input) => [input.pattern, { input, document }] as const,
      ),
    ),
  ).values(),
];
const isChoice = (input: Control | Choice): input is Choice => 'form' in input;

/** Values to try at a choice, other than what stands. */
function others(document: Json, choice: Choice): readonly Chosen[] {
  const chosen = chosenAt(document, choice);
  const offered = onThisFloor(choice, chosen)?.options ?? [];
  switch (choice.form) {
    case 'yesOrNo':
      return [chosen !== true];
    case 'someOf':
      return [choice.options.slice(0, 1)];
    case 'oneOf':
      return offered.filter((option) => option !== chosen);
  }
}

describe('what is offered', () => {
  it('is every setting of the schema, but those that are left out for a reason', () => {
    const patterns = new Set(
      settings
        .map(({ input }) => input)
        .filter(isOffered)
        .map(({ pattern }) => pattern),
    );
    // A shape is offered beside the law that has one, here by phone.
    const unseen = settingPatterns().filter(
      (pattern) => !patterns.has(pattern) && !/handleTime\.(chat|email|social)\.shape$/.test(pattern),
    );
    expect(unseen.sort()).toEqual(Object.keys(leftOut).sort());
  });

  it('with parts that are added and places that are written, is every number and setting of the schema', () => {
    const mark = (value: string): Json => value;
    const ramped = { variants: [{ name: 'other', ramp: '8 weeks', oneOff: 1 }] };
    const full = documents.map((document) =>
      partsOf(document, mark)
        .filter(({ stands }) => !stands)
        .reduce<Json>((before, part) => {
          const added = documentWithPart(before, null, before, part);
          if (!added.ok) throw new Error(JSON.stringify(added.problems));
          return added.document;
        }, document),
    );
    const places = [...documents, ramped, ...full].flatMap((document) => [
      ...controlsOf(document),
      ...choicesOf(document).filter(isOffered),
      ...writtenOf(document),
    ]);
    const seen = new Set(places.map(({ pattern }) => pattern));
    const all = [...leafDescriptions().map(({ pattern }) => pattern), ...settingPatterns()];
    const unseen = all.filter((pattern) => !seen.has(pattern) && !/handleTime\.(chat|email|social)\.shape$/.test(pattern));
    expect(unseen.sort()).toEqual(Object.keys(leftOut).sort());
  });

  it('has a reason for what is not', () => {
    for (const [pattern, reason] of Object.entries(leftOut)) expect(reason.length, pattern).toBeGreaterThan(20);
  });

  const chosen = settings.flatMap(({ input, document }) => (isOffered(input) && isChoice(input) ? [{ choice: input, document }] : []));
  it.each(chosen.map(({ choice, document }) => [choice.pattern, choice, document] as const))(
    '%s: every option runs, and is another centre',
    (_, choice, document) => {
      const before = compiled(document);
      const seen = new Set([before[0]]);
      for (const option of others(document, choice)) {
        const inBaseline = documentChoosing(document, null, choice, option);
        if (!inBaseline.ok) throw new Error(JSON.stringify(inBaseline.problems));
        const [ours] = compiled(checked(inBaseline.document));
        expect(seen.has(ours), String(option)).toBe(false);
        seen.add(ours);
        const inVariant = documentChoosing(document, 'other', choice, option);
        if (!inVariant.ok) throw new Error(JSON.stringify(inVariant.problems));
        const [baseline, variant] = compiled(checked(inVariant.document));
        expect(baseline === before[0], String(option)).toBe(!isShared(choice));
        expect(variant === before[1], String(option)).toBe(false);
      }
    },
    30_000,
  );

  const plain = settings.flatMap(({ input, document }) => (isOffered(input) && !isChoice(input) ? [{ control: input, document }] : []));
  it.each(plain.map(({ control, document }) => [control.pattern, control, document] as const))('%s: is read', (_, control, document) => {
    const before = compiled(document);
    const stands = valueAt(document, control)!.central;
    for (const selected of [null, 'other']) {
      const patched = documentWith(document, selected, control, stands + 1);
      if (!patched.ok) throw new Error(JSON.stringify(patched.problems));
      const after = compiled(checked(patched.document));
      expect(after[1], selected ?? 'baseline').not.toBe(before[1]);
      expect(after[0] === before[0], selected ?? 'baseline').toBe(selected !== null && !isShared(control));
    }
  });

  it('leaves laws of patience, and random agents, to the exact floor, but for the way back', () => {
    const choice = choicesOf(whole).find(({ path }) => path === 'contactTypes.orders.patience.phone.family')!;
    expect(onThisFloor(choice, 'exponential')).toBeNull();
    expect(onThisFloor(choice, 'weibull')?.options).toEqual(['exponential', 'weibull']);
    const weibull = documentChoosing(whole, null, choice, 'weibull');
    if (!weibull.ok) throw new Error(JSON.stringify(weibull.problems));
    expect(compileStudy(checked(weibull.document)).ok).toBe(false);
    const back = documentChoosing(weibull.document, null, choice, 'exponential');
    expect(back.ok && compileStudy(checked(back.document)).ok).toBe(true);
    expect(
      onThisFloor(
        choicesOf(whole).find(({ path }) => path === 'levers.routing.freeAgent')!,
        'longestIdle',
      ),
    ).toBeNull();
  });

  it('has words for every option', () => {
    const words = optionWords();
    for (const { choice } of chosen)
      if (choice.form !== 'yesOrNo' && !choice.ofContactTypes)
        expect(Object.keys(words.get(choice.pattern)!), choice.pattern).toEqual(expect.arrayContaining([...choice.options]));
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
