/** KPIs of the quality strip, in its order, whether or not a floor is set on them. */
export const stripKpis = ['serviceLevel.phone', 'asa.phone', 'abandonment.phone', 'occupancy.phone', 'fcr.phone'] as const;

/** What the page shows in figures: costs, people and the strip; not the split by contact type. */
const shown = /^(cpc\.|totalCost$|fte$|paidHours$|serviceLevel\.phone$|asa\.phone$|abandonment\.phone$|occupancy\.phone$|fcr\.phone$)/;

export const shownKpi = (id: string): boolean => shown.test(id);
