import { inputChanges, type Language, type Words } from '@percall/report';
import {
  choosesOtherwise,
  chosenAt,
  differs,
  fieldAt,
  inputsOf,
  scenarioDocument,
  spellValue,
  valueAt,
  type Choice,
  type Control,
  type Json,
  type ScenarioDocument,
} from '@percall/scenario';
import { spellings } from '../controls/spelling.ts';
import { groupsOf } from './inputGroups.ts';

/** An input that some variant changes, with what each scenario has there. */
export interface InputDifference {
  readonly path: string;
  readonly label: string;
  /** Baseline first. */
  readonly cells: readonly { readonly text: string; readonly isChanged: boolean }[];
}

/** What tells the variants of these names from the baseline, number by number and choice by choice, in the order of the document. */
export function inputDifferences(
  document: ScenarioDocument,
  names: readonly string[],
  words: Words,
  language: Language,
): readonly InputDifference[] {
  const baseline = scenarioDocument(document, null)!;
  const variants = names.map((name) => scenarioDocument(document, name) ?? baseline);
  const isChanged = (scenario: Json, input: Control | Choice): boolean =>
    'form' in input ? choosesOtherwise(baseline, scenario, input) : differs(baseline, scenario, input);
  const told = (scenario: Json, input: Control | Choice): string =>
    'form' in input ? choiceText(scenario, input, words) : numberText(scenario, input, words, language);
  const changed = new Map<string, Control | Choice>();
  for (const scenario of variants) for (const input of inputsOf(scenario)) if (isChanged(scenario, input)) changed.set(input.path, input);
  const rows = [...changed.values()].map((input): InputDifference => ({
    path: input.path,
    // Under the same groups as its row among the inputs: there is more than one "Success".
    label: [...groupsOf([input], words).map(({ title }) => title), words.field(input.pattern).label]
      .filter((part) => part !== '')
      .join(words.page.separator),
    cells: [baseline, ...variants].map((scenario) => ({ text: told(scenario, input), isChanged: isChanged(scenario, input) })),
  }));
  return [...rows, ...otherDifferences(document, names, [...changed.keys()], words, language)];
}

function numberText(scenario: Json, control: Control, words: Words, language: Language): string {
  const value = valueAt(scenario, control);
  if (value === null) return words.table.none;
  const { shown } = spellings[language];
  const spelled = (number: number): string => shown(spellValue(control.description.quantity, Number(number.toPrecision(4)), value.basis));
  const text = shown(value.text);
  // The text of a range that is no ± has its middle alone.
  const whole = value.low === null || value.text.includes('±') ? text : words.table.range(text, spelled(value.low), spelled(value.high!));
  return value.given ? whole : words.report.usual(whole);
}

function choiceText(scenario: Json, choice: Choice, words: Words): string {
  const chosen = chosenAt(scenario, choice);
  const { input } = words.page;
  const named = (option: string): string => (choice.ofContactTypes ? words.named(option) : words.option(choice.pattern, option));
  if (chosen === null) return input.other;
  if (typeof chosen === 'boolean') return chosen ? input.yes : input.no;
  return typeof chosen === 'string' ? named(chosen) : chosen.map(named).join(input.and);
}

/** What no row of the inputs shows: what a variant costs once and when it starts, and lists that are written in documents alone. */
function otherDifferences(
  document: ScenarioDocument,
  names: readonly string[],
  known: readonly string[],
  words: Words,
  language: Language,
): readonly InputDifference[] {
  const { report, table } = words;
  const { shown } = spellings[language];
  const rows = new Map<string, { label: string; baseline: string; own: Map<string, string> }>();
  for (const { variant, at, baseline, variantText } of inputChanges(document)) {
    if (!names.includes(variant)) continue;
    if ('path' in at && known.some((path) => path === at.path || path.startsWith(`${at.path}.`) || path.startsWith(`${at.path}[`)))
      continue;
    const path = 'own' in at ? at.own : at.path;
    const stands = baseline === null ? table.none : baseline.usual ? report.usual(shown(baseline.text)) : shown(baseline.text);
    const label = 'own' in at ? report[at.own] : labelOf(at.path, words);
    const row = rows.get(path) ?? { label, baseline: stands, own: new Map<string, string>() };
    row.own.set(variant, variantText === null ? report.nothing : shown(variantText));
    rows.set(path, row);
  }
  return [...rows].map(([path, { label, baseline, own }]) => ({
    path,
    label,
    cells: [{ text: baseline, isChanged: false }, ...names.map((name) => ({ text: own.get(name) ?? baseline, isChanged: own.has(name) }))],
  }));
}

/** As the field is called, with whom it is about; a path that is no field's as it stands. */
function labelOf(path: string, words: Words): string {
  const field = fieldAt(path);
  return field === null
    ? path
    : [...field.names.map((name) => words.named(name)), words.field(field.pattern).label].join(words.page.separator);
}
