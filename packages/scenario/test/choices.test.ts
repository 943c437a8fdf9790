import { expect, it } from 'vitest';
import {
  checkDocument,
  choicesOf,
  choosesOtherwise,
  chosenAt,
  controlsOf,
  documentChoosing,
  documentChoosingAsBaseline,
  documentWith,
  getAt,
  inputsOf,
  isShared,
  optionWords,
  parsePath,
  scenarioDocument,
  settingPatterns,
  valueAt,
  type Choice,
  type Chosen,
  type Control,
  type Json,
} from '../src/index.ts';
import { documentOf, documents, variantsOf } from './controlDocuments.ts';
import { least } from './documents.ts';

const withVariant = (changes: string, base = least): Json => documentOf(`${base}variants: [{ name: other, changes: ${changes} }]\n`);

function choiceAt(document: Json, path: string): Choice {
  const choice = choicesOf(document).find((candidate) => candidate.path === path);
  if (choice === undefined) throw new Error(`no choice at ${path}`);
  return choice;
}

function chosen(document: Json, variant: string | null, path: string, value: Chosen): Json {
  const patched = documentChoosing(document, variant, choiceAt(document, path), value);
  if (!patched.ok) throw new Error(JSON.stringify(patched.problems));
  const checked = checkDocument(patched.document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return patched.document;
}

const changesOf = (document: Json): Json | undefined => getAt(document, ['variants', 0, 'changes']);

it.each(Object.entries(documents))('choices of %s are complete, once each, with what stands there', (_, document) => {
  const words = optionWords();
  for (const variant of variantsOf(document)) {
    const scenario = scenarioDocument(document, variant)!;
    const inputs = inputsOf(scenario);
    expect(new Set(inputs.map(({ path }) => path)).size).toBe(inputs.length);
    const numbers = inputs.filter((input): input is Control => !('form' in input));
    expect(numbers.filter((control) => valueAt(scenario, control) !== null)).toEqual(controlsOf(scenario));
    for (const control of numbers) if (valueAt(scenario, control) === null) expect(control.path).toBe('channels.phone.trunks');
    const choices = choicesOf(scenario);
    expect(inputs.filter((input) => 'form' in input)).toEqual(choices);
    for (const choice of choices) {
      expect(parsePath(choice.path).ok).toBe(true);
      expect(settingPatterns()).toContain(choice.pattern);
      // A shape of one's own is none of those that are offered.
      if (choice.pattern !== 'calendar.dayShape') expect(chosenAt(scenario, choice), choice.path).not.toBeNull();
      if (choice.form !== 'yesOrNo' && !choice.ofContactTypes)
        expect(Object.keys(words.get(choice.pattern)!), choice.pattern).toEqual(expect.arrayContaining([...choice.options]));
    }
  }
});

it('says what holds where the document is silent', () => {
  const document = documentOf(least);
  const stands = (path: string): Chosen | null => chosenAt(document, choiceAt(document, path));
  expect(stands('staffing.plan')).toBe('to target');
  expect(stands('levers.callback.keepsPlace')).toBe(true);
  expect(stands('channels.email.clock')).toBe(false);
  expect(stands('agents.team.channels')).toEqual(['phone', 'chat', 'email', 'social']);
  expect(stands('calendar.interval')).toBe('30 min');
  expect(stands('calendar.dayShape')).toBe('flat');
  expect(stands('contactTypes.calls.volume.counted')).toBe('offered');
  // Below a short form, and in a group that is left out.
  expect(stands('contactTypes.calls.handleTime.phone.family')).toBe('lognormal');
  expect(stands('contactTypes.calls.patience.chat.family')).toBe('exponential');
});

it('knows other spellings, and what it has no option for', () => {
  const at = (text: string): Json => documentOf(least.replace('calendar: {', `calendar: { ${text},`));
  const stands = (text: string, path: string): Chosen | null => chosenAt(at(text), choiceAt(at(text), path));
  expect(stands('interval: 1 h', 'calendar.interval')).toBe('60 min');
  expect(stands('interval: 20 min', 'calendar.interval')).toBeNull();
  expect(stands('dayShape: { daily: twin-peak }', 'calendar.dayShape')).toBe('twin-peak');
  expect(stands('dayShape: { mon: twin-peak, tue-fri: flat }', 'calendar.dayShape')).toBeNull();
  const choice = choiceAt(at('interval: 60 min'), 'calendar.interval');
  expect(choosesOtherwise(at('interval: 60 min'), at('interval: 1 h'), choice)).toBe(false);
  expect(choosesOtherwise(at('interval: 60 min'), at('interval: 20 min'), choice)).toBe(true);
  expect(choosesOtherwise(at('interval: 30 min'), documentOf(least), choice)).toBe(false);
});

it('a variant has a choice of its own as a change, which goes with the baseline’s choice', () => {
  const document = withVariant('{ levers.ivr.hangUps: 3% }');
  const rest = { 'levers.ivr.hangUps': '3%' };
  const once = chosen(document, 'other', 'levers.callback.keepsPlace', false);
  expect(changesOf(once)).toEqual({ ...rest, 'levers.callback.keepsPlace': false });
  expect(changesOf(chosen(once, 'other', 'levers.callback.keepsPlace', true))).toEqual(rest);
  const some = chosen(document, 'other', 'agents.team.channels', ['phone', 'email']);
  expect(changesOf(some)).toEqual({ ...rest, 'agents.team.channels': ['phone', 'email'] });
  expect(changesOf(chosen(some, 'other', 'agents.team.channels', ['phone', 'chat', 'email', 'social']))).toEqual(rest);
  const back = documentChoosingAsBaseline(some, 'other', choiceAt(document, 'agents.team.channels'));
  expect(back.ok && back.document).toEqual(document);
  // The baseline limits its groups, and the variant does not.
  const limited = withVariant('{}', least.replace('skills: [calls],', 'skills: [calls], channels: [phone],'));
  expect(changesOf(chosen(limited, 'other', 'agents.team.channels', ['phone', 'chat', 'email', 'social']))).toEqual({
    'agents.team.channels': null,
  });
});

it('what an option needs comes with it, and goes when no option needs it', () => {
  const path = 'contactTypes.calls.handleTime.phone.family';
  const document = withVariant('{}');
  const erlang = chosen(document, 'other', path, 'erlang');
  expect(changesOf(erlang)).toEqual({ [path]: 'erlang', 'contactTypes.calls.handleTime.phone.shape': 2 });
  expect(changesOf(chosen(erlang, 'other', path, 'gamma'))).toEqual({ [path]: 'gamma' });
  expect(changesOf(chosen(erlang, 'other', path, 'lognormal'))).toEqual({});
  const baseline = chosen(document, null, path, 'erlang');
  expect(getAt(baseline, ['contactTypes', 'calls', 'handleTime', 'phone'])).toEqual({ mean: '5 min', family: 'erlang', shape: 2 });
  // A variant of an Erlang baseline leaves the phases out, and has them again.
  const gamma = chosen(baseline, 'other', path, 'gamma');
  expect(changesOf(gamma)).toEqual({ [path]: 'gamma', 'contactTypes.calls.handleTime.phone.shape': null });
  expect(changesOf(chosen(gamma, 'other', path, 'erlang'))).toEqual({});
  const back = documentChoosingAsBaseline(gamma, 'other', choiceAt(baseline, path));
  expect(back.ok && back.document).toEqual(baseline);
});

it('an option that needs what cannot be made up is offered where that is given', () => {
  const path = 'contactTypes.calls.handleTime.phone.family';
  expect(choiceAt(documentOf(least), path).options).not.toContain('empirical');
  const observed = least.replace('phone: 5 min', 'phone: { mean: 5 min, family: empirical, values: [4 min, 6 min] }');
  expect(choiceAt(documentOf(observed), path).options).toContain('empirical');
});

it('what all scenarios share is written into the document', () => {
  const document = withVariant('{}');
  for (const [path, value] of [
    ['headline', 'need'],
    ['targets.serviceLevel.every', 'week'],
    ['targets.serviceLevel.rule', 'answered / answered'],
    ['contactTypes.calls.volume.counted', 'handled'],
  ] as const) {
    expect(isShared(choiceAt(document, path)), path).toBe(true);
    const after = chosen(document, 'other', path, value);
    expect(changesOf(after)).toEqual({});
    expect(chosenAt(scenarioDocument(after, 'other'), choiceAt(after, path)), path).toBe(value);
  }
  for (const path of ['staffing.plan', 'levers.callback.offerWhen', 'agents.team.channels', 'calendar.interval'])
    expect(isShared(choiceAt(document, path)), path).toBe(false);
});

it('a choice beside a number keeps the number, in the short form and by its default', () => {
  const counted = chosen(withVariant('{}'), null, 'contactTypes.calls.volume.counted', 'needs');
  expect(getAt(counted, ['contactTypes', 'calls', 'volume'])).toEqual({ value: '20k', counted: 'needs' });
  const path = 'contactTypes.calls.firstContactResolution.measured';
  const measured = chosen(withVariant('{}'), null, path, 'noRepeat');
  expect(getAt(measured, ['contactTypes', 'calls', 'firstContactResolution'])).toEqual({ value: '78%', measured: 'noRepeat' });
  expect(changesOf(chosen(withVariant('{}'), 'other', path, 'noRepeat'))).toEqual({ [path]: 'noRepeat' });
  // Beside a change of the number itself it is written into that.
  const both = withVariant('{ contactTypes.calls.firstContactResolution: 81% }');
  expect(changesOf(chosen(both, 'other', path, 'noRepeat'))).toEqual({
    'contactTypes.calls.firstContactResolution': { value: '81%', measured: 'noRepeat' },
  });
  const moved = documentWith(measured, null, { path: 'contactTypes.calls.volume' }, '21k');
  expect(moved.ok && checkDocument(moved.document).ok).toBe(true);
});

it('events touch all contact types or some', () => {
  const events = least.replace('18:00" } }', '18:00" }, events: [{ name: storm, days: 2026-01-07, volume: x2 }] }');
  const more = events.replace('{ calls: {', '{ more: { volume: 1k, handleTime: { phone: 4 min } }, calls: {');
  const document = documentOf(more.replace('[calls]', '[calls, more]'));
  const choice = choiceAt(document, 'calendar.events.storm.contactTypes');
  expect(choice).toMatchObject({ form: 'someOf', ofContactTypes: true, options: ['more', 'calls'], subject: 'storm' });
  expect(chosenAt(document, choice)).toEqual(['more', 'calls']);
  const one = chosen(document, null, choice.path, ['more']);
  expect(getAt(one, ['calendar', 'events', 0, 'contactTypes'])).toEqual(['more']);
  expect(getAt(chosen(one, null, choice.path, ['more', 'calls']), ['calendar', 'events', 0])).not.toHaveProperty('contactTypes');
});
