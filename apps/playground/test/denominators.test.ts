import { createSession, inLineCrew } from '@percall/runner';
import { presetNames, type ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { denominatorRows, type CountRow } from '../src/panels/denominators.ts';
import { preset } from './documents.ts';

const session = createSession(inLineCrew());
const run = (document: ScenarioDocument) => session.run(document, { replications: 64 });

const named = (rows: readonly CountRow[], name: string): CountRow =>
  rows.find((row) => (row.kind === 'count' ? row.of : row.step) === name)!;

describe('the denominators', () => {
  it.each(presetNames())(
    'of %s are one chain that adds up as shown, and divide one bill',
    async (name) => {
      const { results } = await run(preset(name));
      const rows = denominatorRows(results.scenarios);
      for (const at of results.scenarios.keys()) {
        const total = results.scenarios[at]!.kpis['totalCost']!.mean!.value;
        let running: number | null = null;
        for (const row of rows) {
          const value = row.contacts[at]!;
          if (row.kind === 'step') {
            running = running! + row.sign * value;
            expect(value, `${row.step} of scenario ${at}`).toBeGreaterThanOrEqual(0);
            continue;
          }
          if (running !== null) expect(running).toBe(value);
          running = value;
          // Counts are rounded to whole contacts, and no more is lost.
          expect(Math.abs((row.cost[at]! * value) / total - 1)).toBeLessThan(0.6 / value);
        }
      }
    },
    120_000,
  );

  it('without a machine in front of the agents end none before one is asked for', async () => {
    const plain = { ...preset('public-sector-line'), levers: {}, variants: [] } as unknown as ScenarioDocument;
    const { results } = await run(plain);
    expect(named(denominatorRows(results.scenarios), 'ended').contacts[0]).toBeLessThanOrEqual(1);
  });
});
