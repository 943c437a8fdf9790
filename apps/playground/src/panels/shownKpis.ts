import { splitExtreme, type ScenarioResults } from '@percall/core';

/**
 * KPIs of the quality strip, in its order, whether or not a floor is set on them: of every channel that a centre may have. First what each says of the first
 * channel that it can be said of, since a strip of a few tells more by different KPIs than by one KPI of different channels.
 */
const byKpi = [
  ['serviceLevel.phone', 'serviceLevel.chat'],
  ['asa.phone', 'asa.chat'],
  ['abandonment.phone', 'abandonment.chat'],
  ['responded.email', 'responded.social'],
  ['responseTime.email', 'responseTime.social'],
  ['callbackPromise.phone'],
  ['occupancy.phone'],
  ['repeatRate'],
  ['fcr.phone'],
] as const;

export const stripKpis: readonly string[] = byKpi.flat();

/** As many as are read at a glance, in two rows. */
const most = 8;

/**
 * KPIs of the strip of one scenario: those with a floor, all of them and first, and as many others as there is room for; of its channels, and with contacts in
 * them. Either in the order of `stripKpis`.
 */
export function stripOf({ kpis, floors }: Pick<ScenarioResults, 'kpis' | 'floors'>): readonly string[] {
  // A floor on the worst week of a KPI stands beside the KPI itself.
  const judged = new Set(floors.map(({ kpi }) => splitExtreme(kpi).base));
  const first = stripKpis.filter((id) => judged.has(id) && kpis[id] !== undefined);
  const room = most - new Set([...first, ...floors.map(({ kpi }) => kpi)]).size;
  const has = (id: string): boolean => (kpis[id]?.quantiles ?? null) !== null;
  const others = byKpi
    .flatMap((ids) => ids.filter(has).map((id, at) => ({ id, at })))
    .filter(({ id }) => !first.includes(id))
    .sort((a, b) => a.at - b.at)
    .slice(0, Math.max(0, room));
  return [...first, ...stripKpis.filter((each) => others.some(({ id }) => id === each))];
}

/** What the page shows in figures: costs, people and the strip; not the split by contact type. A centre measures those of its own channels. */
const shownIds = new Set(['totalCost', 'fte', 'paidHours', ...stripKpis]);

/** Whether the page shows a KPI; the costs per contact with their channels. */
export const shownKpi = (id: string): boolean => id.startsWith('cpc.') || shownIds.has(id);
