import { kpisOf, type KpiSummary, type ScenarioResults } from '@percall/core';
import { createSession, inLineCrew } from '@percall/runner';
import type { ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { shownKpi, stripKpis, stripOf } from '../src/panels/shownKpis.ts';
import { preset } from './documents.ts';

/** What the page gets of a preset: the KPIs that it asks for. */
async function shownOf(name: string, scenario = 0): Promise<ScenarioResults> {
  const document = { ...preset(name), replications: 64 } as ScenarioDocument;
  const { results } = await createSession(inLineCrew()).run(document, { floor: 'erlang', kpis: shownKpi });
  return results.scenarios[scenario]!;
}

describe('the quality strip', () => {
  it('of a line for calls is what calls have, floors first', async () => {
    expect(stripOf(await shownOf('bank-ivr-verification'))).toEqual([
      'serviceLevel.phone',
      'abandonment.phone',
      'asa.phone',
      'occupancy.phone',
      'repeatRate',
      'fcr.phone',
    ]);
  });

  it('of a centre with chat and e-mail has every floor, and each KPI once before any a second time', async () => {
    const strip = stripOf(await shownOf('gulf-ecommerce'));
    // Five floors, and three more: speed of answer, response time and occupancy.
    expect(strip).toEqual([
      'serviceLevel.phone',
      'serviceLevel.chat',
      'abandonment.phone',
      'abandonment.chat',
      'responded.email',
      'asa.phone',
      'responseTime.email',
      'occupancy.phone',
    ]);
  });

  it('of a scenario that calls back has the promise, and of its baseline, which does not, not', async () => {
    expect(stripOf(await shownOf('retailer-callbacks', 1))).toContain('callbackPromise.phone');
    expect(stripOf(await shownOf('retailer-callbacks'))).not.toContain('callbackPromise.phone');
  });

  it('shows all floors, were there more than its places, and then nothing else', () => {
    const kpi = { quantiles: {} } as unknown as KpiSummary;
    const kpis = Object.fromEntries(stripKpis.map((id) => [id, kpi]));
    const floorsOn = (ids: readonly string[]) => ids.map((id) => ({ kpi: id })) as unknown as ScenarioResults['floors'];
    const ids = stripKpis.slice(0, 10);
    expect(stripOf({ kpis, floors: floorsOn(ids) })).toEqual(ids);
    expect(stripOf({ kpis, floors: [] })).toHaveLength(8);
    // A floor on the worst week has a place of its own, beside its KPI.
    expect(stripOf({ kpis, floors: floorsOn(['fcr.phone.worstWeek']) })).toHaveLength(7);
    expect(stripOf({ kpis, floors: floorsOn(['fcr.phone.worstWeek']) })).toContain('fcr.phone');
    // Nobody was there: nothing to show but a floor.
    const nobody = { ...kpis, 'asa.phone': { quantiles: null } as unknown as KpiSummary };
    expect(stripOf({ kpis: nobody, floors: [] })).not.toContain('asa.phone');
    expect(stripOf({ kpis: nobody, floors: floorsOn(['asa.phone']) })).toContain('asa.phone');
  });

  it('costs a centre of calls one KPI more to measure than the five of before, and names only KPIs that there are', async () => {
    const { study } = await createSession(inLineCrew()).run(
      { ...preset('bank-ivr-verification'), replications: 64 },
      {
        floor: 'erlang',
      },
    );
    const measured = kpisOf(study.models[0]!).filter(({ id }) => stripKpis.includes(id) && shownKpi(id));
    expect(measured.map(({ id }) => id).sort()).toEqual(
      ['abandonment.phone', 'asa.phone', 'fcr.phone', 'occupancy.phone', 'repeatRate', 'serviceLevel.phone'].sort(),
    );
    const all = new Set(
      (await Promise.all(['saas-support', 'retailer-callbacks'].map((name) => shownOf(name, 1)))).flatMap(({ kpis }) => Object.keys(kpis)),
    );
    expect(stripKpis.filter((id) => !id.endsWith('.social') && !all.has(id))).toEqual([]);
  });
});
