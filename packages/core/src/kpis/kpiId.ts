import { extremeNames } from '../model/extremeName.ts';

/** A name as one segment of a KPI id: as it is where it is plain, else in double quotes, spelt as in the document's paths. */
export const kpiSegment = (name: string): string => (plainName.test(name) && !isTaken(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`);

const plainName = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]*$/u;

/** Segments that mean something by themselves: a contact type of that name stands in quotes. */
const isTaken = (name: string): boolean => (extremeNames as readonly string[]).includes(name);
