import type { InputChange } from './inputs.ts';
import type { Words } from './words/words.ts';

/** Columns of what variants change: who, where, from, to. */
export const changeColumns = ({ report }: Words): readonly string[] => [report.scenario, report.path, report.baseline, report.variant];

/** A change under those columns. */
export function changeCells({ variant, at, baseline, variantText }: InputChange, words: Words): readonly string[] {
  const { report } = words;
  return [
    variant,
    'own' in at ? report[at.own] : at.path,
    baseline === null ? words.table.none : baseline.usual ? report.usual(baseline.text) : baseline.text,
    variantText ?? report.nothing,
  ];
}
