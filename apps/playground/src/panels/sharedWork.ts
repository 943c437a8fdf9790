import { redacted } from '@percall/scenario';
import type { Answer } from '../state/answers.svelte.ts';
import { variantNames, type Work } from '../state/work.ts';

/** What stands in for the names of a redacted study. */
export interface StandIns {
  readonly name: string;
  readonly variantName: (number: number) => string;
}

/** The cost per contact of the baseline that redacted amounts are an index of; null where there is none: nobody was served, or it costs nothing. */
export function indexedBy({ setting, results }: Answer): number | null {
  const median = results.scenarios[0]!.kpis[`cpc.${setting.headline}`]?.quantiles?.p50.value;
  return median !== undefined && median > 0 ? median : null;
}

/** The work as it is shared redacted: the baseline's cost per contact is 100. */
export function redactedWork({ document, selected }: Work, cost: number, { name, variantName }: StandIns): Work {
  const place = selected === null ? -1 : variantNames(document).indexOf(selected);
  return { document: redacted(document, { factor: 100 / cost, name, variantName }), selected: place < 0 ? null : variantName(place + 1) };
}

/** What says the same on the command line. Nothing in a link or in such a file name ends a quoted word. */
export const commandsFor = (link: string, file: string): string =>
  [`percall open '${link.slice(link.indexOf('#'))}' --out '${file}'`, `percall run '${file}' --floor erlang`].join('\n');
