import { readFileSync } from 'node:fs';
import { parseScenario, presetNames, presetText } from '@percall/scenario';
import { compileStudy, replicate, summarise, type Results } from '../../src/index.ts';

/** Documents that ship, by name: the presets, and the example of the README. */
export const shippedTexts: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(presetNames().map((name) => [name, () => presetText(name)!])),
  'bank-2003': () => readFileSync(new URL('../../../../examples/bank-2003.yaml', import.meta.url), 'utf8'),
};

const known = new Map<string, Results>();

/** A document as it ships, run whole with 64 replications, once for all suites of a file. Throws on any Problem or warning. */
export function shippedResults(name: string): Results {
  const results = known.get(name) ?? run(shippedTexts[name]!());
  known.set(name, results);
  return results;
}

function run(text: string): Results {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const compiled = compileStudy(parsed.document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const warnings = [...parsed.warnings, ...compiled.warnings];
  if (warnings.length > 0) throw new Error(JSON.stringify(warnings));
  return summarise(compiled.study, [replicate(compiled.study, 0, 64)]);
}
