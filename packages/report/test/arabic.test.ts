import { readFileSync } from 'node:fs';
import { fieldWords, optionWords } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { crossSkilledName } from '@percall/core';
import { markdownTable } from '../src/markdown.ts';
import { headline, headlineText } from '../src/sentence.ts';
import { resultsTable } from '../src/table.ts';
import { plainText, terminalTable } from '../src/terminal.ts';
import { ar } from '../src/words/ar.ts';
import { countInArabic, futuresForms, variantsForms } from '../src/words/countInArabic.ts';
import { en } from '../src/words/en.ts';
import { fieldsInArabic } from '../src/words/fieldsInArabic/fieldsInArabic.ts';
import { isolated, withIsolates } from '../src/words/isolated.ts';
import { notModelledInArabic } from '../src/words/problemsInArabic.ts';
import { baseline, cut, results, setting, verified } from './madeUpResults.ts';
import { everythingSaid } from './spoken.ts';

/** Isolates as brackets, so that a test shows where they stand. */
const shown = (text: string): string =>
  text
    .replace(/\u2068/gu, '[')
    .replace(/\u2069/gu, ']')
    .replace(/\u200e/gu, '');

/** What stands outside every isolate. */
function outside(text: string): string {
  let depth = 0;
  let left = '';
  for (const mark of text) {
    if (mark === '\u2068') depth += 1;
    else if (mark === '\u2069') depth -= 1;
    else if (depth === 0) left += mark;
  }
  return left;
}

const said = [...everythingSaid(ar)];

describe('in Arabic', () => {
  it('the headline reads', () => {
    const say = (scenario: typeof verified): string => shown(headlineText(headline(scenario, baseline, setting, ar)));
    expect(say(verified)).toBe(
      'أقل تكلفة ودون تراجع في الخدمة في [92] من كل [100] حالة مستقبلية. التكلفة لكل اتصال معالَج [6.82 USD] (نطاق [90%]: من [6.45] إلى [7.21])، وهي أقل من خط الأساس بمقدار [0.28] (من [0.05] إلى [0.52])؛ أقل تكلفة في [97]، والخدمة لا تتراجع في [94]. أُعيد تخطيط جدول المناوبات.',
    );
    expect(say(cut)).toMatch(
      /^ليس توفيرًا: حدّ مستوى الخدمة عبر الهاتف غير مستوفى، إذ يتحقق في \[41\] من كل \[100\] حالة مستقبلية والمطلوب \[90\]\./,
    );
  });

  it('isolates are balanced, and nothing is empty, undefined or left in braces', () => {
    expect(said.length).toBeGreaterThan(1000);
    const balanced = (text: string): boolean => {
      let depth = 0;
      for (const mark of text) {
        if (mark === '\u2068') depth += 1;
        if (mark === '\u2069' && --depth < 0) return false;
      }
      return depth === 0;
    };
    expect(said.filter(([, text]) => !balanced(text))).toEqual([]);
    expect(said.filter(([, text]) => /undefined|\[object|NaN/.test(text) || /[{}]/.test(outside(text)))).toEqual([]);
    const empty = said.filter(([key, text]) => text === '' && !key.startsWith('cell of')).map(([key]) => key);
    expect(empty).toEqual(['unit fraction', 'unit fte', 'unit number', 'glossary.better.neither']);
  });

  it('no Latin letter stands outside an isolate, abbreviations of the trade apart', () => {
    const known = /\b(?:IVR|ACD|FCR|AHT|FTE|KPI|P10|P50|P90|YAML|JSON|Markdown|QR|Percall|English)\b/g;
    // A table's cell is a number alone or one that its words isolate; terminal and page give the cell its own direction.
    expect(said.filter(([, text]) => /[A-Za-z]/.test(outside(text).replace(known, '')))).toEqual([]);
  });

  it('no figure stands outside an isolate, but where it is all that a cell holds or a screen reader says it', () => {
    const figures = said.filter(
      ([key, text]) => !key.startsWith('cell of') && key !== 'page.spokenValue' && /\d/.test(outside(text).replace(/P10|P50|P90/g, '')),
    );
    expect(figures).toEqual([]);
    for (const [key, text] of said.filter(([name]) => name.startsWith('cell of')))
      if (/\d/.test(outside(text))) expect(text, key).toMatch(/^[\u200e+\-\d.,%]+(?: \u0644\u064a\u0633 .*| \p{L}+(?: \p{L}+)?)?$/u);
  });

  it('nothing is said in English', () => {
    // Side by side, in whatever order the words are put together.
    const byKey = (of: Iterable<readonly [string, string]>) => [...of].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const [english, arabic] = [byKey(everythingSaid(en)), byKey(said)];
    expect(english.map(([key]) => key).filter((key) => !key.startsWith('cell of'))).toEqual(
      arabic.map(([key]) => key).filter((key) => !key.startsWith('cell of')),
    );
    const names = ['page.title', 'page.languageName.en', 'page.languageName.ar'];
    const same = arabic.filter(([key, text], index) => english[index]![1] === text && /\p{L}/u.test(text) && !names.includes(key));
    expect(same).toEqual([]);
  });

  it('a terminal aligns its columns, and Markdown keeps its isolates', () => {
    const table = resultsTable(results, setting, ar);
    const lines = terminalTable(table, { colour: false })
      .split('\n')
      .map((line) => line.replace(/[\u200e\u2068\u2069]/gu, ''));
    const filled = table.sections.flatMap(({ rows }) => rows).filter(({ cells }) => cells.at(-1)!.text !== '').length;
    const widths = lines.slice(0, -3).filter((line) => / {2}\S/u.test(line.trim()));
    expect(widths).toHaveLength(filled + 1);
    expect(new Set(widths.map((line) => line.length)).size).toBe(1);
    expect(markdownTable(table)).toContain('\u20686.82\u2069');
  });

  it('every field has words, and no words are left over', () => {
    expect([...fieldsInArabic.keys()].sort()).toEqual([...fieldWords().keys()].sort());
  });

  it('every option has words, and no words are left over', () => {
    const named = [...optionWords()].map(([pattern, options]) => [pattern, Object.keys(options)]);
    const inArabic = [...fieldsInArabic].flatMap(([pattern, { options }]) => {
      const names = Object.keys(options);
      return names.length === 0 ? [] : [[pattern, names]];
    });
    expect(inArabic.sort()).toEqual(named.sort());
  });

  it('the cross-skilled part of a group is said in words, whatever the engine calls it', () => {
    const line = (group: string): string => shown(ar.table.ledgerLine('الأجور', ar.table.named(group)));
    expect(line(crossSkilledName('billing desk', new Set()))).toBe('الأجور: [[مكتب الفواتير] (متعددو المهارات)]');
    expect(line(crossSkilledName('Front', new Set(['Front (cross-skilled)'])))).toBe('الأجور: [[Front] (متعددو المهارات) [2]]');
    expect(line('Front')).toBe('الأجور: [Front]');
    expect(shown(ar.staff.inAllWeeks('billing desk (cross-skilled)'))).toBe('[[مكتب الفواتير] (متعددو المهارات)]، كل الأسابيع');
  });

  it('labels are as short as a control needs', () => {
    for (const [pattern, { label }] of fieldsInArabic) expect([...label].length, pattern).toBeLessThanOrEqual(46);
  });

  it('every part that the engine refuses or leaves unread is named', () => {
    const source = readFileSync(new URL('../../core/src/model/notModelledYet.ts', import.meta.url), 'utf8');
    const phrases = [...source.matchAll(/refuse\([^;]*?'([^']*)',?\s*\);/gs)].map(([, phrase]) => phrase!);
    expect(phrases.length).toBeGreaterThan(0);
    expect(Object.keys(notModelledInArabic).sort()).toEqual(phrases.sort());
  });
});

describe('a count in Arabic', () => {
  it.each([
    [0, 'لا حالات مستقبلية'],
    [1, 'حالة مستقبلية واحدة'],
    [2, 'حالتان مستقبليتان'],
    [3, '[3] حالات مستقبلية'],
    [11, '[11] حالة مستقبلية'],
    [100, '[100] حالة مستقبلية'],
    [4096, '[4,096] حالة مستقبلية'],
  ])('bends the noun: %d', (count, text) => {
    expect(shown(countInArabic(count, futuresForms))).toBe(text);
  });

  it.each([
    [0, 'لا بدائل'],
    [1, 'بديل واحد'],
    [2, 'بديلان'],
    [3, '[3] بدائل'],
    [11, '[11] بديلًا'],
    [100, '[100] بديل'],
    [103, '[103] بدائل'],
  ])('has six forms where a noun has them: %d', (count, text) => {
    expect(shown(countInArabic(count, variantsForms))).toBe(text);
  });
});

describe('an isolate', () => {
  it('holds text, and other isolates that are whole', () => {
    expect(shown(isolated('6.82 USD'))).toBe('[6.82 USD]');
    expect(shown(isolated(`a ${isolated(1)} b`))).toBe('[a [1] b]');
    expect(shown(withIsolates('من {0} إلى {1}'))).toBe('من [0] إلى [1]');
  });

  it('cannot be left by marks that came in a name', () => {
    expect(shown(isolated('a\u2069b'))).toBe('[ab]');
    expect(shown(isolated('\u2068a'))).toBe('[a]');
    expect(isolated('\u202ea\u2067b')).toBe('\u2068ab\u2069');
    expect(plainText('\u2067a\u2069 \u2068b\u2069')).toBe(' a   b ');
    expect(plainText(isolated('b'))).toBe(isolated('b'));
  });
});
