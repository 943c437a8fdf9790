import type { Table } from './table.ts';
import { plainText } from './terminal.ts';

/** Text that stands in Markdown as it is: marks and table bars escaped, one line. */
export const markdownText = (text: string): string => plainText(text).replace(/[\\`*_[\]<>|#~]/g, (mark) => `\\${mark}`);

/** A GitHub table of text, to the left; cells stand as they come, in Markdown already. */
export function textTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [row(columns), row(columns.map(() => '---')), ...rows.map(row)].join('');
}

/** One GitHub table per section, values to the right. */
export function markdownTable({ columns, sections, footnote }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const parts = sections.flatMap(({ title, rows }) => [
    `## ${markdownText(title)}`,
    '',
    row(columns.map(markdownText)),
    row(columns.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...rows.map(({ label, cells }) =>
      row([
        markdownText(label.trim()),
        ...cells.map(({ text, struck }) => (struck === true ? `~~${markdownText(text)}~~` : markdownText(text))),
      ]),
    ),
    '',
  ]);
  return [...parts, ...(footnote === null ? [] : [markdownText(footnote), ''])].join('\n');
}
