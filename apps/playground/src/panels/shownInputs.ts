import {
  chosenAt,
  differs,
  getAt,
  standsIn,
  valueAt,
  type Choice,
  type Chosen,
  type Control,
  type ControlValue,
  type Period,
} from '@percall/scenario';
import { untrack } from 'svelte';
import { partOf } from '../controls/partOf.ts';
import type { Between, Shown } from '../controls/shown.ts';
import type { Input, InputList } from './inputList.svelte.ts';
import { ShownInput, ShownUnits } from './shownInput.svelte.ts';

type Value = ControlValue | Chosen;

/**
 * What the rows of a page show. An edit is set out among the rows that it moves, and the others are not asked: a row that followed the document itself would
 * be asked at every edit whether it still says the same.
 */
export class ShownInputs {
  readonly units = new ShownUnits();

  readonly #list: InputList;
  readonly #rows = new Map<Input, ShownInput<Value>>();
  #last: { readonly selected: Between; readonly own: Between } | null = null;

  constructor(list: InputList) {
    this.#list = list;
    this.#stateUnits();
  }

  /** What is shown of an input from here on, until the list has it no more. */
  at(input: Control): Shown<ControlValue>;
  at(input: Choice): Shown<Chosen>;
  at(input: Input): Shown<ControlValue> | Shown<Chosen> {
    const row = this.#rows.get(input) ?? untrack(() => this.#begin(input));
    return row as Shown<ControlValue> | Shown<Chosen>;
  }

  /** Shows what the document says by now. */
  refresh(): void {
    this.#stateUnits();
    const { all, document, scenario, baseline, withoutOwn, changed } = this.#list;
    const last = this.#last;
    const now = { selected: { scenario, baseline }, own: { scenario: document, baseline: withoutOwn } };
    this.#last = now;
    const listed = new Set(all);
    for (const [input, row] of this.#rows) {
      const which = this.#list.isOwn(input) ? 'own' : 'selected';
      if (!listed.has(input)) this.#rows.delete(input);
      else if (last === null || !saysSame(last[which], now[which], partOf(input))) this.#fill(input, row);
      else if (which === 'selected') row.isChanged = changed.has(input.path);
    }
  }

  #begin(input: Input): ShownInput<Value> {
    const row = new ShownInput<Value>();
    this.#fill(input, row);
    this.#rows.set(input, row);
    return row;
  }

  #fill(input: Input, row: ShownInput<Value>): void {
    const list = this.#list;
    const { scenario, baseline } = list.between(input);
    if ('form' in input) {
      row.value = unlessSame(row.value, chosenAt(scenario, input), isSameChoice);
      row.atBaseline = unlessSame(row.atBaseline, chosenAt(baseline, input), isSameChoice);
    } else {
      row.value = unlessSame(row.value, valueAt(scenario, input), isSameValue);
      row.atBaseline = unlessSame(row.atBaseline, valueAt(baseline, input), isSameValue);
    }
    row.isInBaseline = standsIn(baseline, input);
    row.isChanged = list.isOwn(input) && !('form' in input) ? differs(baseline, scenario, input) : list.changed.has(input.path);
  }

  #stateUnits(): void {
    const { document } = this.#list;
    this.units.period = (getAt(document, ['period']) ?? 'month') as Period;
    const currency = getAt(document, ['currency']);
    this.units.currency = typeof currency === 'string' ? currency : 'USD';
  }
}

/** Whether two scenarios say what two others do in a part, and of where their values come from. */
function saysSame(last: Between, now: Between, part: string): boolean {
  const same = (key: string): boolean =>
    getAt(last.scenario, [key]) === getAt(now.scenario, [key]) && getAt(last.baseline, [key]) === getAt(now.baseline, [key]);
  return same(part) && same('source');
}

/** The value that was shown, where the next says the same: whoever follows it has nothing to do. */
const unlessSame = (shown: Value | null, next: Value | null, isSame: (a: Value, b: Value) => boolean): Value | null =>
  shown !== null && next !== null && isSame(shown, next) ? shown : next;

const isSameChoice = (a: Value, b: Value): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));

/** What a number means follows from its text and what stands beside it, which are read once and remembered. */
function isSameValue(a: Value, b: Value): boolean {
  const [one, other] = [a, b] as [ControlValue, ControlValue];
  return (Object.keys(one) as (keyof ControlValue)[]).every((key) => one[key] === other[key]);
}
