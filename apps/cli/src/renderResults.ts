import type { Results, RunDocument } from '@percall/core';
import {
  csv,
  en,
  headline,
  headlineMarkdown,
  headlineText,
  markdownTable,
  markdownText,
  ndjson,
  plainText,
  resultsTable,
  terminalTable,
  tidyColumns,
  tidyRows,
  type Headline,
  type Setting,
} from '@percall/report';
import { jsonText, type Format } from './formats.ts';

/** The results of one study in a format: what `run` and `compare` write. */
export function renderResults(document: RunDocument, setting: Setting, format: Format, colour: boolean): string {
  const { results } = document;
  switch (format) {
    case 'json':
      return jsonText(document);
    case 'ndjson':
      return ndjson(tidyRows(results, setting));
    case 'csv':
      return csv(tidyColumns, tidyRows(results, setting));
    case 'md':
      return `# ${markdownText(setting.name)}\n\n${sentences(results, setting, headlineMarkdown, markdownText)}\n${markdownTable(resultsTable(results, setting, en))}`;
    case 'table':
      return `${plainText(setting.name)}\n\n${sentences(results, setting, headlineText, plainText)}\n${terminalTable(resultsTable(results, setting, en), { colour })}`;
  }
}

/** The headline of the baseline where it stands alone, else of each variant, under its name. */
function sentences(results: Results, setting: Setting, say: (spoken: Headline) => string, name: (text: string) => string): string {
  const [baseline, ...variants] = results.scenarios;
  return (variants.length === 0 ? [baseline!] : variants)
    .map((scenario) => `${variants.length === 0 ? '' : `${name(scenario.name)}: `}${say(headline(scenario, baseline!, setting, en))}\n`)
    .join('\n');
}
