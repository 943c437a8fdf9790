/** A name as one segment of a KPI id: as it is where it is plain, else in double quotes, spelt as in the document's paths. */
export const kpiSegment = (name: string): string => (plainName.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`);

const plainName = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]*$/u;
