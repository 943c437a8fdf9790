import { compileStudy, replicate, summarise, type Results } from '@percall/core';
import { parseScenario, presetNames, redacted, setAt, type Json, type ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { preset } from './documents.ts';

const factor = 0.37;
const redaction = { factor, name: 'A study', variantName: (number: number) => `Variant ${number}` };

function resultsOf(document: ScenarioDocument): Results {
  const compiled = compileStudy(document, { floor: 'erlang', replications: 64 });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return summarise(compiled.study, [replicate(compiled.study, 0, 64)]);
}

describe('a redacted document', () => {
  it.each(presetNames())('comes to the same but for the index of its money, to five digits: %s', (name) => {
    const [open, closed] = [preset(name), redacted(preset(name), redaction)].map(resultsOf) as [Results, Results];
    expect(closed.scenarios).toHaveLength(open.scenarios.length);
    open.scenarios.forEach(({ kpis, ledger, versusBaseline }, place) => {
      const other = closed.scenarios[place]!;
      for (const [id, { unit, mean }] of Object.entries(kpis)) {
        const isMoney = unit === 'currency' || unit === 'currencyPerContact' || unit === 'amount';
        const wanted = mean === null ? null : mean.value * (isMoney ? factor : 1);
        const got = other.kpis[id]!.mean?.value ?? null;
        if (wanted === null || got === null) expect(got, id).toBe(wanted);
        else if (id !== 'payback') expect(Math.abs(got - wanted), id).toBeLessThanOrEqual(1e-4 * Math.abs(wanted) + 1e-9);
      }
      for (const [i, line] of ledger.entries()) {
        const paid = line.perPeriod.value;
        expect(Math.abs(other.ledger[i]!.perPeriod.value - factor * paid), line.line).toBeLessThanOrEqual(1e-4 * Math.abs(paid));
      }
      for (const [chance, estimate] of Object.entries(versusBaseline?.probability ?? {}))
        expect(other.versusBaseline!.probability[chance as 'cheaper']!.value).toBeCloseTo((estimate as { value: number }).value, 4);
    });
  });

  it.each(presetNames())('says no name, note, source, currency or amount of before: %s', (name) => {
    const before = preset(name);
    const text = JSON.stringify(redacted(before, redaction));
    expect(text).not.toMatch(/"(note|source|timeZone)":"/);
    const { name: title, currency, variants = [] } = before as unknown as { name: string; currency: string; variants?: { name: string }[] };
    for (const word of [title, ...variants.map((variant) => variant.name)]) expect(text).not.toContain(JSON.stringify(word));
    expect(text).not.toContain(`"${currency}"`);
    const wages = [...JSON.stringify(before).matchAll(/"wage":"([\d.,]+)/g)].map(([, wage]) => wage!);
    for (const wage of wages) expect(text).not.toContain(`"${wage} per h`);
  });

  it('scales money wherever a variant changes it: whole groups, ends of ranges, staircases, lists', () => {
    const changes: Record<string, Json> = {
      'costs.management': { oneFor: '12 agents', wage: '40 per h' },
      'agents."account service".wage.high': '30 per h',
      'costs.technology': [{ amount: '1000 per month', perStarted: '10 seats' }, '50k per year'],
      'costs.hiring': { low: '1k per hire', likely: '2k per hire', high: '4k per hire', note: 'guess', source: 'estimated' },
      'contactTypes.accounts.volume': { low: '90k', likely: '100k', high: '120k', note: 'from the ACD' },
    };
    const ranged = setAt(preset('bank-ivr-verification'), ['agents', 'account service', 'wage'], {
      low: '18 per h',
      likely: '20 per h',
      high: '22 per h',
    });
    if (!ranged.ok) throw new Error(JSON.stringify(ranged.problems));
    const parsed = parseScenario(
      JSON.stringify({ ...(ranged.document as object), variants: [{ name: 'All', oneOff: '90k', note: 'secret', changes }] }),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const [variant] = (redacted(parsed.document, { ...redaction, factor: 0.5 }) as unknown as { variants: Json[] }).variants;
    expect(variant).toEqual({
      name: 'Variant 1',
      oneOff: '45000',
      changes: {
        'costs.management': { oneFor: '12 agents', wage: '20 per h' },
        'agents."account service".wage.high': '15 per h',
        'costs.technology': [{ amount: '500 per month', perStarted: '10 seats' }, '25000 per year'],
        'costs.hiring': { low: '500 per hire', likely: '1000 per hire', high: '2000 per hire' },
        'contactTypes.accounts.volume': { low: '90k', likely: '100k', high: '120k' },
      },
    });
  });
});
