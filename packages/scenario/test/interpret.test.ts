import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { interpret, parseScenario } from '../src/index.ts';

it('reads', () => {
  const t = readFileSync(new URL('./documents/bank.yaml', import.meta.url), 'utf8');
  const p = parseScenario(t);
  console.log(JSON.stringify(p.ok ? p.warnings : p.problems, null, 1));
  if (p.ok) console.log(JSON.stringify(interpret(p.document), null, 1).slice(0, 9000));
  expect(p.ok).toBe(true);
});
