/** A run of text; struck where a saving is none. */
export interface Inline {
  readonly text: string;
  readonly struck: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly (readonly Inline[])[];
      /** Whether a column's values stand to the right. */
      readonly isNumeric: readonly boolean[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

/**
 * The Markdown of a report as blocks to show: headings, paragraphs, lists and tables, with escapes and struck text. It reads what `reportMarkdown` writes, so
 * that the page and `percall report` say the same in the same words; anything else stands as text.
 */
export function markdownBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  const takeWhile = (from: number, wanted: RegExp): readonly string[] => {
    const end = lines.findIndex((line, at) => at >= from && !wanted.test(line));
    return lines.slice(from, end < 0 ? undefined : end);
  };
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!;
    const heading = /^(#{1,2}) (.*)$/.exec(line);
    if (line.trim() === '') at += 1;
    else if (heading !== null) {
      blocks.push({ kind: 'heading', level: heading[1]!.length as 1 | 2, text: inlines(heading[2]!) });
      at += 1;
    } else if (line.startsWith('- ')) {
      const items = takeWhile(at, /^- /);
      blocks.push({ kind: 'list', items: items.map((item) => inlines(item.slice(2))) });
      at += items.length;
    } else if (line.startsWith('|')) {
      const [columns, marks, ...rows] = takeWhile(at, /^\|/).map(cellsOf);
      blocks.push({
        kind: 'table',
        columns: columns!.map(inlines),
        isNumeric: (marks ?? []).map((mark) => mark.endsWith(':')),
        rows: rows.map((row) => row.map(inlines)),
      });
      at += rows.length + 2;
    } else {
      blocks.push({ kind: 'paragraph', text: inlines(line) });
      at += 1;
    }
  }
  return blocks;
}

/** Cells between bars that nothing escapes. */
const cellsOf = (line: string): readonly string[] => (line.match(/(?:\\.|[^|\\])+/g) ?? []).map((cell) => cell.trim());

function inlines(text: string): readonly Inline[] {
  const parts = text.match(/~~(?:\\.|[^\\])*?~~|(?:\\.|(?!~~)[^\\])+/g) ?? [text];
  return parts.map((part) => {
    const struck = part.startsWith('~~') && part.endsWith('~~') && part.length > 4;
    return { text: (struck ? part.slice(2, -2) : part).replace(/\\(.)/g, '$1'), struck };
  });
}
