import type { Cell } from './cells.ts';
import type { Table } from './table.ts';
import { isBalanced } from './words/isolated.ts';

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

/** The same without first strong isolates: whole ones turn nothing round, and words of right-to-left languages need them. */
const reachingControls = /[\p{Cc}\u202a-\u202e\u2066\u2067]/gu;

export const plainText = (text: string): string => text.replace(isBalanced(text) ? reachingControls : controls, ' ');

/** Characters that take a column; marks of direction take none. */
const columnsOf = (text: string): number => text.replace(/[\u200e\u200f\u061c\u2068\u2069]/gu, '').length;

const room = (text: string, width: number): string => ' '.repeat(Math.max(0, width - columnsOf(text)));
const padStart = (text: string, width: number): string => room(text, width) + text;
const padEnd = (text: string, width: number): string => text + room(text, width);

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
      columnsOf(plainText(title)),
      ...rows.map((row) => columnsOf(plainText(column === 0 ? row.label : (row.cells[column - 1]?.text ?? '')))),
    ),
  );
  const line = (label: string, cells: readonly string[]): string => [label, ...cells].join('  ').trimEnd();
  const lines = [
    line(
      padEnd(columns[0]!, widths[0]!),
      columns.slice(1).map((title, index) => style(padStart(plainText(title), widths[index + 1]!), 'bold', colour)),
    ),
  ];
  for (const { title, rows: own } of sections) {
    lines.push('', style(plainText(title), 'bold', colour));
    for (const { label, cells } of own)
      lines.push(
        line(
          padEnd(plainText(label), widths[0]!),
          cells.map((cell, index) => styled(cell, padStart(plainText(cell.text), widths[index + 1]!), colour)),
        ),
      );
  }
  if (footnote !== null) lines.push('', style(plainText(footnote), 'faint', colour));
  lines.push('');
  return lines.join('\n');
}
