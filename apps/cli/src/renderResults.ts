import type { RunDocument } from '@percall/core';
import {
  csv,
  en,
  headlineMarkdown,
  headlineText,
  markdownTable,
  markdownText,
  ndjson,
  plainText,
  resultsTable,
  sentences,
  terminalTable,
  tidyColumns,
  tidyRows,
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
      return `# ${markdownText(setting.name)}\n\n${sentences(results, setting, en, { say: headlineMarkdown, name: markdownText })}\n${markdownTable(resultsTable(results, setting, en))}`;
    case 'table':
      return `${plainText(setting.name)}\n\n${sentences(results, setting, en, { say: headlineText, name: plainText })}\n${terminalTable(resultsTable(results, setting, en), { colour })}`;
  }
}
