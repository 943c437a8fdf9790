import { spelledRange, type Assumption } from './inputs.ts';
import type { Words } from './words/words.ts';

/** Columns of inputs that have a range. */
export const assumptionColumns = ({ report }: Words): readonly string[] => [
  report.scenario,
  report.input,
  report.path,
  report.low,
  report.median,
  report.high,
  report.source,
  report.note,
];

/** An input that has a range, under those columns. */
export function assumptionCells(assumption: Assumption, words: Words): readonly string[] {
  const { variant, control, value } = assumption;
  return [
    variant ?? words.report.baseline,
    words.field(control.pattern).label,
    control.path,
    ...spelledRange(assumption),
    words.page.sourceName[value.source ?? 'unstated'],
    value.note ?? '',
  ];
}

/** How many numbers of the baseline come from where, in a sentence. */
export function sourcesSaid(all: readonly Assumption[], words: Words): string {
  const counts = new Map<string, number>();
  for (const { variant, value } of all) {
    if (variant !== null) continue;
    const source = value.source ?? 'unstated';
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return words.report.sources(
    Object.entries(words.page.sourceName).flatMap(([source, name]) => {
      const count = counts.get(source);
      return count === undefined ? [] : [words.report.sourceCount(count, name)];
    }),
  );
}
