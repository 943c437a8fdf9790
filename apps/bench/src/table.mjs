/** Prints rows of cells as a Markdown table, numbers to the right; the first row is the heading. */
export function printTable([heading, ...rows]) {
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((row) => row[column].length), 3));
  const line = (row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join(' | ')} |`;
  console.log(line(heading));
  console.log(`| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`);
  for (const row of rows) console.log(line(row));
}

/** Three significant digits. */
export const spell = (value) => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString());

/** A duration in the unit that suits it. */
export function spellSeconds(seconds) {
  if (seconds >= 1) return `${spell(seconds)} s`;
  if (seconds >= 1e-3) return `${spell(seconds * 1e3)} ms`;
  return seconds >= 1e-6 ? `${spell(seconds * 1e6)} us` : `${spell(seconds * 1e9)} ns`;
}
