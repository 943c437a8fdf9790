import { expect, it } from 'vitest';
import { interpret, parseScenario, presetNames, presetText } from '../src/index.ts';

it.each(presetNames())('preset %s is valid, without warnings', (name) => {
  const parsed = parseScenario(presetText(name)!);
  expect(parsed).toMatchObject({ ok: true, warnings: [] });
  if (parsed.ok) expect(interpret(parsed.document).scenarios.length).toBeGreaterThan(2);
});
