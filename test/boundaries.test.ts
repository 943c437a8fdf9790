import { describe, expect, it } from 'vitest';
import { compileStudy, replicate, summarise } from '@percall/core';
import { checkDocument, interpret, parseScenario } from '@percall/scenario';

const text = `
percall: 1
name: One line
currency: USD
period: month
horizon: { start: 2026-01-05, weeks: 4 }
calendar: { interval: 30 min, open: { mon-fri: "08:00-18:00" }, dayShape: flat }
contactTypes:
  service:
    volume: { low: 27k, likely: 30k, high: 33k }
    channels: { phone: 100% }
    handleTime: { phone: { mean: 300 s, cv: 1 } }
    patience: { phone: { mean: 3 min } }
agents:
  team: { skills: [service], wage: 20 per h, onCost: 30%, shrinkage: 30% }
targets: { serviceLevel: { atLeast: 80%, within: 20 s } }
levers: { ivr: { verification: { offeredTo: 0%, success: 60%, saves: 40 s, failureAdds: 10 s } } }
variants:
  - name: Verified
    changes: { levers.ivr.verification.offeredTo: 70% }
replications: 64
seed: boundary
`;

/** Each boundary between two rooms, crossed once for real. */
describe('the way through', () => {
  const parsed = parseScenario(text);
  const document = parsed.ok ? parsed.document : null;

  it('document: text becomes a checked document, and a checked document passes its own check', () => {
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    expect(checkDocument(document).ok).toBe(true);
  });

  it('interpret: the baseline and each variant are read to SI', () => {
    const { scenarios } = interpret(document!);
    expect(scenarios.map(({ name }) => name)).toEqual(['baseline', 'Verified']);
    expect(scenarios[0]!.scenario.contactTypes[0]!.volume.distribution).toEqual({
      family: 'range',
      low: 27000,
      likely: 30000,
      high: 33000,
    });
    expect(scenarios[1]!.scenario.levers.ivr.verification.offeredTo.distribution).toEqual({ family: 'certain', value: 0.7 });
  });

  it('study: worlds, floor, ledger and KPIs end in results', () => {
    const compiled = compileStudy(document!);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    const results = summarise(compiled.study, [replicate(compiled.study, 0, 64)]);
    const [baseline, verified] = results.scenarios;
    expect(baseline!.kpis['cpc.handled']!.mean!.value).toBeGreaterThan(0);
    expect(baseline!.versusBaseline).toBeNull();
    expect(verified!.versusBaseline!.probability.cheaper!.value).toBe(1);
  });
});
