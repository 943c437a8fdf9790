import { readFileSync } from 'node:fs';
import { parseScenario, presetNames, presetText } from '@percall/scenario';
import { compileStudy, replicate, summarise, type Results } from '../../src/index.ts';

/** Documents that ship, by name: the presets, and the example of the README. */
export const shippedTexts: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(presetNames().map((name) => [name, () => presetText(name)!])),
  'bank-2003': () => readFileSync(new URL('../../../../examples/bank-2003.yaml', import.meta.url), 'utf8'),
};

/** What is said of documents that ship and cannot be mended in them: code and path. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'retailer-callbacks': ['unplanned variants."Callbacks for the peak".levers.callback'],
};

const known = new Map<string, Results>();

/** A document as it ships, run whole with 64 replications, once for all suites of a file. Throws on any Problem, and on a warning that is not expected. */
export function shippedResults(name: string): Results {
  const results = known.get(name) ?? run(name);
  known.set(name, results);
  return results;
}

function run(name: string): Results {
  const parsed = parseScenario(shippedTexts[name]!());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const compiled = compileStudy(parsed.document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const warnings = [...parsed.warnings, ...compiled.warnings].map(({ code, path }) => `${code} ${path}`);
  if (warnings.join() !== (expected[name] ?? []).join()) throw new Error(warnings.join());
  return summarise(compiled.study, [replicate(compiled.study, 0, 64)]);
}
