/** Data by name, in a row. */
export type Row<Column extends string> = Readonly<Record<Column, string | number | boolean | null>>;

/** A field as RFC 4180 has it: quoted where it holds a comma, a quote or a line break. */
const field = (value: string | number | boolean | null): string => {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows as CSV with a header, lines ended by LF; numbers in full, with a point; null is empty. */
export function csv<Column extends string>(columns: readonly Column[], rows: Iterable<Row<Column>>): string {
  const lines = [columns.join(',')];
  for (const row of rows) lines.push(columns.map((column) => field(row[column])).join(','));
  lines.push('');
  return lines.join('\n');
}

/** Rows as JSON, one object a line. */
export function ndjson(rows: Iterable<object>): string {
  const lines: string[] = [];
  for (const row of rows) lines.push(JSON.stringify(row));
  lines.push('');
  return lines.join('\n');
}
