import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  interpret,
  parseScenario,
  presetLanguages,
  presetNames,
  presetText,
  type Json,
  type PresetLanguage,
} from '../src/index.ts';

function documentOf(name: string, language: PresetLanguage): Json {
  const parsed = parseScenario(presetText(name, language)!);
  expect(parsed).toMatchObject({ ok: true, warnings: [] });
  if (!parsed.ok) throw new Error(name);
  expect(interpret(parsed.document).scenarios.length).toBeGreaterThan(2);
  return parsed.document;
}

/** The document with every name and note that is read replaced, and these. Names of events are kept: paths go by them. */
function withoutTexts(document: Json): { readonly rest: string; readonly texts: readonly string[] } {
  const texts: string[] = [];
  const rest = JSON.stringify(document, function (this: Json, key, value: unknown) {
    const isEvent = typeof this === 'object' && this !== null && 'days' in this;
    if (typeof value !== 'string' || isEvent || (key !== 'name' && key !== 'note')) return value;
    texts.push(value);
    return '';
  });
  return { rest: canonicalJson(JSON.parse(rest) as Json), texts };
}

describe.each(presetNames())('preset %s', (name) => {
  it.each(presetLanguages)('is valid in %s, without warnings', (language) => {
    documentOf(name, language);
  });

  it('has the same numbers and names of things in both languages, and says everything in each', () => {
    const [english, arabic] = [withoutTexts(documentOf(name, 'en')), withoutTexts(documentOf(name, 'ar'))];
    expect(arabic.rest).toBe(english.rest);
    expect(english.texts.filter((text) => /\p{Script=Arabic}/u.test(text))).toEqual([]);
    expect(arabic.texts.filter((text) => !/\p{Script=Arabic}/u.test(text))).toEqual([]);
  });

  it('says where every value comes from', () => {
    expect(documentOf(name, 'en')).toMatchObject({ source: 'illustrative' });
  });
});

it('has no preset of another name', () => {
  expect([presetText('absent'), presetText('absent', 'ar'), presetText('toString')]).toEqual([null, null, null]);
});
