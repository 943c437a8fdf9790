import { checkDocument, withCentral, type ScenarioDocument } from '@percall/scenario';
import { beforeAll, expect, it } from 'vitest';
import { createChangedPaths } from '../src/controls/changedPaths.ts';
import { InputList } from '../src/panels/inputList.svelte.ts';
import { ShownInputs } from '../src/panels/shownInputs.ts';
import { Answers } from '../src/state/answers.svelte.ts';
import { resetControl, setControl } from '../src/state/edits.ts';
import { LateCheck } from '../src/state/lateCheck.ts';
import { Playground } from '../src/state/playground.svelte.ts';
import type { Preferences } from '../src/state/preferences.svelte.ts';
import { noStore } from '../src/state/savedWork.ts';
import { select, variantNames } from '../src/state/work.ts';
import { preset } from './documents.ts';

const late = new LateCheck();
beforeAll(() => late.fetch());

/** A page on a centre, whose questions nobody answers. */
function opened(name: string) {
  const unanswered = new Answers({ answer: () => new Promise(() => {}) });
  const parsed = checkDocument(preset(name));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const playground = new Playground(unanswered, late, noStore(), { document: parsed.document, checked: [], compiled: null });
  return { playground, list: new InputList(playground, {} as Preferences) };
}

/** Numbers that may come in any order, the same each time. */
function* steps(seed: number): Generator<number, never> {
  for (let state = seed; ; state = (state * 1_103_515_245 + 12_345) % 2 ** 31) yield state;
}

/** Makes an edit of some kind: of the baseline or a variant, of a number or its reset, of which scenario is looked at, back and forth. */
function edit(playground: Playground, list: InputList, next: () => number): void {
  const kind = next() % 8;
  if (kind === 0)
    playground.update(
      select([null, ...variantNames(playground.work.document)][next() % (variantNames(playground.work.document).length + 1)]!),
    );
  else if (kind === 1) playground.undo();
  else if (kind === 2) playground.redo();
  else if (kind === 3)
    playground.update(({ document, selected }) => ({ document: { ...document, source: ['measured', 'assumed'][next() % 2]! }, selected }));
  else {
    const numbers = list.all.filter((input) => 'isPlain' in input && !input.isPlain);
    const input = numbers[next() % numbers.length]!;
    if ('form' in input) return;
    const at = new ShownInputs(list).at(input).value;
    if (at === null || kind === 4) playground.update(resetControl(input));
    else playground.update(setControl(input, withCentral(list.between(input).scenario, input, at.central * (1 + (next() % 5) / 50))));
  }
}

it.each(['bank-ivr-verification', 'gulf-ecommerce', 'telecom-peak'])(
  'rows that hear of what moved show what new ones show, over long sequences of edits of %s',
  (name) => {
    const { playground, list } = opened(name);
    const shown = new ShownInputs(list);
    const changedPaths = createChangedPaths();
    const random = steps(7);
    const documents = new Set<ScenarioDocument>();
    for (let count = 0; count < 60; count++) {
      edit(playground, list, () => Math.floor(random.next().value / 65_536));
      documents.add(playground.work.document);
      shown.refresh();
      const anew = new ShownInputs(list);
      for (const input of list.all) {
        const said = (by: ShownInputs) => {
          const { value, atBaseline, isInBaseline, isChanged } = 'form' in input ? by.at(input) : by.at(input);
          return { path: input.path, value, atBaseline, isInBaseline, isChanged };
        };
        expect(said(shown)).toEqual(said(anew));
      }
      expect(shown.units).toMatchObject({ period: anew.units.period, currency: anew.units.currency });
      // Of copies, of which nothing is known: every part is another object.
      const [baseline, scenario] = structuredClone([list.baseline, list.scenario]);
      expect(changedPaths(list.all, list.baseline, list.scenario)).toEqual(createChangedPaths()(list.all, baseline, scenario));
    }
    expect(documents.size).toBeGreaterThan(20);
  },
);

it('twin: rows that do not hear of an edit show what was', () => {
  const { playground, list } = opened('bank-ivr-verification');
  const shown = new ShownInputs(list);
  const input = list.all.find(({ path }) => path === 'levers.ivr.verification.offeredTo')!;
  if ('form' in input) throw new Error();
  const row = shown.at(input);
  const before = row.value;
  playground.update(setControl(input, '61%'));
  expect(row.value).toBe(before);
  shown.refresh();
  expect(row.value?.text).toBe('61%');
});
