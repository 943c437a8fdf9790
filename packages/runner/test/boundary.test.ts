import { parseScenario, presetText } from '@percall/scenario';
import { expect, it } from 'vitest';
import { createSession } from '../src/index.ts';
import { threadCrew } from '../src/node.ts';

it('a document becomes answers of growing replications, over worker threads', async () => {
  const parsed = parseScenario(presetText('bank-ivr-verification')!);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const session = createSession(threadCrew(2));
  const seen: number[] = [];
  for await (const { replications, results } of session.stream(parsed.document, { replications: 256 })) {
    expect(results.scenarios).toHaveLength(5);
    seen.push(replications);
  }
  expect(seen).toEqual([64, 256]);
  await session.close();
});
