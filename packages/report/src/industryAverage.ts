/**
 * Cost per contact that the trade quotes as its average, in US dollars: 7.16. No primary source is known; it lies between published
 * figures (5.25 in 2016, 8.01 in 2019). A mark to see one's own figure beside, never a result: null in any other currency, since
 * nothing is converted here.
 */
export const industryAverage = (currency: string): number | null => (currency === 'USD' ? 7.16 : null);

/** What that average is counted per, as the trade counts: contacts that agents handled. Beside a cost per anything else it would mislead. */
export const industryAverageOf = 'handled';
