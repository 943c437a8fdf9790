/** A fenced block of a Markdown page. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** Line of the opening fence, from 1, and number of lines of text. */
  readonly line: number;
  readonly lines: number;
  /** Why it is not run: `<!-- not run: reason -->` on the line above the block. */
  readonly exception: string | null;
}

export function blocksOf(markdown: string): Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const fence = /^(`{3,})(\w*)\s*$/.exec(lines[at]!);
    if (fence === null) continue;
    const end = lines.indexOf(fence[1]!, at + 1);
    if (end < 0) throw new Error(`line ${at + 1}: a block without an end`);
    const above = lines.slice(Math.max(0, at - 2), at).filter((line) => line.trim() !== '');
    const exception = /^<!-- not run: (.+) -->$/.exec(above.at(-1) ?? '')?.[1] ?? null;
    blocks.push({
      language: fence[2]!,
      text: lines.slice(at + 1, end).join('\n'),
      line: at + 1,
      lines: end - at - 1,
      exception,
    });
    at = end;
  }
  return blocks;
}

/** The commands of an `sh` block: lines after `$ `, with those that continue them after a backslash. */
export function commandsOf({ text, line }: Block): string {
  const commands: string[] = [];
  let continued = false;
  for (const each of text.split('\n')) {
    if (!continued && !each.startsWith('$ ')) throw new Error(`line ${line}: a command without "$ ": ${each}`);
    commands.push(continued ? each : each.slice(2));
    continued = each.endsWith('\\');
  }
  return commands.join('\n');
}

const tidied = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());

/** Whether the output is what the page shows, blanks at the ends of lines apart. A line `...` on the page stands for any lines. */
export function matches(shown: string, actual: string): boolean {
  const wanted = tidied(shown);
  const got = tidied(actual);
  const from = (w: number, g: number): boolean => {
    if (w === wanted.length) return g === got.length;
    if (wanted[w] === '...')
      return Array.from({ length: got.length - g + 1 }, (_, skipped) => g + skipped).some((next) => from(w + 1, next));
    return g < got.length && wanted[w] === got[g] && from(w + 1, g + 1);
  };
  return from(0, 0);
}
