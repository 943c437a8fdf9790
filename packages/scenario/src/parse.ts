import { isAlias, parseDocument, visit } from 'yaml';
import { checkDocument, type PresetSource } from './check/checkDocument.ts';
import type { Json, Parsed } from './document.ts';
import { mustText } from './mustTexts.ts';
import { problemAt, type Finding } from './problems.ts';
import { presetNames, presetText } from './presets/presets.ts';

/** A long document is a few kilobytes; this is room for rosters and observed values. */
const longestText = 2_000_000;

export type Decoded = { readonly ok: true; readonly value: unknown } | Extract<Parsed, { ok: false }>;

/** YAML or JSON to plain values. Errors carry line and column; keys given twice, and aliases, are errors. */
export function decodeText(text: string): Decoded {
  const refuse = (findings: readonly Finding[]): Decoded => ({ ok: false, problems: findings.map((finding) => problemAt([], finding)) });
  if (text.length > longestText) return refuse([{ code: 'syntax', must: mustText('sizeAtMost', { size: longestText }), got: text.length }]);
  if (deepestNesting(text) > deepest) return refuse([{ code: 'structure', must: mustText('nestAtMost', { levels: deepest }), got: null }]);
  try {
    const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: true, logLevel: 'error' });
    const errors = [...document.errors, ...document.warnings];
    if (errors.length > 0)
      return refuse(
        errors.map((error): Finding => {
          const { line = 1, col: column = 1 } = error.linePos?.[0] ?? {};
          const got = text.split('\n')[line - 1]?.trim().slice(0, 80) ?? '';
          if (error.code === 'DUPLICATE_KEY') return { code: 'syntax', must: mustText('uniqueKeys', { line, column }), got };
          if (error.code === 'MULTIPLE_DOCS') return { code: 'syntax', must: mustText('oneDocument', { line }), got };
          return { code: 'syntax', must: mustText('syntax', { line, column, message: error.message.split('\n')[0]! }), got };
        }),
      );
    let aliases = false;
    visit(document, (_, node) => {
      if (isAlias(node)) aliases = true;
      return aliases ? visit.BREAK : undefined;
    });
    // An alias saves typing, and lets a kilobyte grow to gigabytes; a document needs none.
    if (aliases) return refuse([{ code: 'syntax', must: mustText('noAliases'), got: '*' }]);
    return { ok: true, value: document.toJS({ maxAliasCount: 0 }) as unknown };
  } catch (error) {
    // The decoder gives up on some texts by throwing: a fault of the text all the same.
    const message = error instanceof Error ? error.message.split('\n')[0]! : '';
    return refuse([{ code: 'syntax', must: mustText('syntax', { line: 1, column: 1, message }), got: text.slice(0, 80) }]);
  }
}

const deepest = 500;

/** A cheap upper bound on nesting, before a recursive decoder meets the text. */
function deepestNesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charCodeAt(i);
    if (character === 0x5b || character === 0x7b) most = Math.max(most, (depth += 1));
    else if (character === 0x5d || character === 0x7d) depth = Math.max(0, depth - 1);
  }
  return most;
}

const presets: PresetSource = {
  names: presetNames(),
  read: (name) => {
    const decoded = decodeText(presetText(name)!);
    if (!decoded.ok) throw new Error(`preset ${name} does not decode`);
    return decoded.value as Json;
  },
};

/**
 * Reads a document as people write it, in YAML or JSON, and checks it whole. `extends: preset:NAME` merges it over a preset, null removing.
 *
 * Returns the document as typed, or every problem in it.
 */
export function parseScenario(text: string): Parsed {
  const decoded = decodeText(text);
  return decoded.ok ? checkDocument(decoded.value, presets) : decoded;
}
