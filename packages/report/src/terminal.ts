import type { Cell } from './cells.ts';
import type { Table } from './table.ts';

export interface TerminalOptions {
  /** ANSI colours and bold; the words say the same without. */
  readonly colour: boolean;
}

const escape = '\u001b[';
const styles = {
  bold: ['1', '22'],
  faint: ['2', '22'],
  green: ['32', '39'],
  yellow: ['33', '39'],
  red: ['31', '39'],
  struck: ['9', '29'],
} as const;

/** Characters that a terminal would obey rather than show; names come from documents that others wrote. */
const controls = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

export const plainText = (text: string): string => text.replace(controls, ' ');

const style = (text: string, name: keyof typeof styles, colour: boolean): string =>
  colour ? `${escape}${styles[name][0]}m${text}${escape}${styles[name][1]}m` : text;

const stateStyle = { holds: 'green', atRisk: 'yellow', breaks: 'red' } as const;

function styled({ state, struck }: Cell, padded: string, colour: boolean): string {
  if (struck === true) return style(padded, 'red', colour);
  return state === undefined ? padded : style(padded, stateStyle[state], colour);
}

/** Aligned columns in plain text: labels to the left, values to the right. Width in characters, each taken as one column wide. */
export function terminalTable({ columns, sections, footnote }: Table, { colour }: TerminalOptions): string {
  const rows = sections.flatMap((section) => section.rows);
  const widths = columns.map((title, column) =>
    Math.max(
      plainText(title).length,
      ...rows.map((row) => plainText(column === 0 ? row.label : (row.cells[column - 1]?.text ?? '')).length),
    ),
  );
  const line = (label: string, cells: readonly string[]): string => [label, ...cells].join('  ').trimEnd();
  const lines = [
    line(
      columns[0]!.padEnd(widths[0]!),
      columns.slice(1).map((title, index) => style(plainText(title).padStart(widths[index + 1]!), 'bold', colour)),
    ),
  ];
  for (const { title, rows: own } of sections) {
    lines.push('', style(plainText(title), 'bold', colour));
    for (const { label, cells } of own)
      lines.push(
        line(
          plainText(label).padEnd(widths[0]!),
          cells.map((cell, index) => styled(cell, plainText(cell.text).padStart(widths[index + 1]!), colour)),
        ),
      );
  }
  lines.push('', style(plainText(footnote), 'faint', colour), '');
  return lines.join('\n');
}
