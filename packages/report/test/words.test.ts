import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { kpiGlossary } from '@percall/core';
import { fieldWords, hintTexts, mustTexts, presetNames, type HintKey } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { kpiName, splitKpiId } from '../src/kpiName.ts';
import { ar } from '../src/words/ar.ts';
import { en } from '../src/words/en.ts';
import type { Words } from '../src/words/words.ts';

describe.each<[string, Words, string]>([
  ['English', en, 'satisfy'],
  ['Arabic', ar, 'يستوفي'],
])('%s', (_, language, unknown) => {
  it('has words for every KPI', () => {
    const names = kpiGlossary.map(({ pattern }) => splitKpiId(pattern.replace('[.CONTACTTYPE]', '')).kpi);
    expect(names.filter((name) => !Object.hasOwn(language.kpi, name))).toEqual([]);
  });

  it('has words for every rule of the document that is text, with all its values', () => {
    for (const [key, names] of Object.entries(mustTexts)) {
      const values = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
      const words = language.problem.must({ rule: 'text', key, values });
      expect(words, key).not.toContain(unknown);
      for (const name of names) expect(words, key).toContain(`<${name}>`);
    }
  });

  it('has words for every hint, with all its values', () => {
    for (const [key, names] of Object.entries(hintTexts) as [HintKey, readonly string[]][]) {
      const words = language.problem.hint({ key, values: Object.fromEntries(names.map((name) => [name, `<${name}>`])) });
      for (const name of names) expect(words, key).toContain(`<${name}>`);
    }
  });

  it.each(['core', 'erlang'])('has words for every rule that %s states as text', (room) => {
    const folder = fileURLToPath(new URL(`../../${room}/src`, import.meta.url));
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const keys = sources.flatMap((file) =>
      [...readFileSync(path.join(folder, file), 'utf8').matchAll(/key: '([\w.]+)'|'(erlang\.\w+)'/g)].map(
        ([, key, named]) => key ?? named!,
      ),
    );
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => language.problem.must({ rule: 'text', key }).startsWith(unknown))).toEqual([]);
  });

  it('says what a rule without words is called, so that the tests above can fail', () => {
    expect(language.problem.must({ rule: 'text', key: 'no such rule' })).toMatch(new RegExp(`^${unknown}`));
  });

  it('has a label and a help for every field of the document', () => {
    for (const pattern of fieldWords().keys()) {
      const { label, help } = language.field(pattern);
      expect([label === '', help === '', label === language.field('no such field').label], pattern).toEqual([false, false, false]);
    }
  });

  it('has words for what every KPI counts', () => {
    for (const entry of kpiGlossary)
      for (const text of Object.values(language.glossary.counted(entry)))
        expect(text, entry.pattern).not.toMatch(language === ar ? /^\u2068[^\u2069]*\u2069$/u : /^$/);
  });

  it('has words for every preset', () => {
    expect(Object.keys(language.page.presetName).sort()).toEqual([...presetNames()].sort());
  });
});

describe('KPI ids', () => {
  it('are taken apart: a KPI may have dots of its own, a contact type may have them in quotes', () => {
    const whole = { channel: null, contactType: null, extreme: null };
    expect(splitKpiId('cpc.handled')).toEqual({ ...whole, kpi: 'cpc.handled' });
    expect(splitKpiId('cpc.handled.chat.billing')).toEqual({ ...whole, kpi: 'cpc.handled', channel: 'chat', contactType: 'billing' });
    expect(splitKpiId('serviceLevel.phone')).toEqual({ ...whole, kpi: 'serviceLevel', channel: 'phone' });
    expect(splitKpiId('serviceLevel.phone.billing')).toEqual({ ...whole, kpi: 'serviceLevel', channel: 'phone', contactType: 'billing' });
    expect(splitKpiId('serviceLevel.phone."a.b"')).toEqual({ ...whole, kpi: 'serviceLevel', channel: 'phone', contactType: 'a.b' });
    expect(splitKpiId('selfService.completion')).toEqual({ ...whole, kpi: 'selfService.completion' });
  });

  it('say of which week or interval they are, unless that is the name of a contact type', () => {
    const worst = { kpi: 'serviceLevel', channel: 'phone', contactType: null, extreme: 'worstWeek' };
    expect(splitKpiId('serviceLevel.phone.worstWeek')).toEqual(worst);
    expect(splitKpiId('serviceLevel.phone."worstWeek"')).toEqual({ ...worst, contactType: 'worstWeek', extreme: null });
    expect(kpiName('serviceLevel.phone.worstWeek', en)).toBe('Service level on phone, worst week');
    expect(kpiName('abandonment.chat.worstInterval', ar)).toBe('معدل التخلي عبر الدردشة، أسوأ فترة');
  });
});
