import { labelled, medianCells, unitOf } from './cells.ts';
import { kpiName } from './kpiName.ts';
import type { ReportInput } from './reportInput.ts';
import { headline, type Headline } from './sentence.ts';
import type { Words } from './words/words.ts';

/** What stays where everything stays as it is. */
export interface DoingNothing {
  /** The baseline's own sentence. */
  readonly said: Headline;
  /** What it costs in a period. null: not measured. */
  readonly total: readonly [name: string, value: string] | null;
}

export function doingNothing({ results, setting }: Pick<ReportInput, 'results' | 'setting'>, words: Words): DoingNothing {
  const baseline = results.scenarios[0]!;
  const said = headline(baseline, baseline, setting, words);
  const total = baseline.kpis['totalCost'];
  if (total === undefined) return { said, total: null };
  const [cell] = medianCells([total], setting, words);
  return { said, total: [labelled(kpiName('totalCost', words), unitOf([total]), setting, words), cell!.text] };
}
