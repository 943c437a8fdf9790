import { within } from '../patch.ts';

/** Where a page shows a number, in this order. */
export const sections = ['demand', 'handling', 'people', 'levers', 'costs', 'targets', 'study'] as const;
export type Section = (typeof sections)[number];

/** Patterns of what a section shows: each with all below it. No two overlap, so that each has one section. */
export const sectionPatterns: Readonly<Record<Section, readonly string[]>> = {
  demand: ['contactTypes.*.volume', 'contactTypes.*.variation', 'contactTypes.*.channels', 'calendar', 'horizon'],
  handling: [
    'contactTypes.*.handleTime',
    'contactTypes.*.patience',
    'contactTypes.*.firstContactResolution',
    'contactTypes.*.repeat',
    'contactTypes.*.redial',
    'contactTypes.*.difficulty',
    'channels',
    'agents.*.skills',
    'agents.*.channels',
  ],
  people: ['agents.*.wage', 'agents.*.onCost', 'agents.*.shrinkage', 'staffing'],
  levers: ['levers', 'variants[].starts', 'variants[].ramp'],
  costs: ['costs', 'investment', 'variants[].oneOff'],
  targets: ['targets', 'quality', 'headline'],
  study: ['name', 'note', 'currency', 'timeZone', 'correlations', 'seed'],
};

const rows = sections.flatMap((section) => sectionPatterns[section].map((outer) => ({ section, outer })));

/** The section of a number by its pattern; null for what a page does not show, or not as an input. */
export function sectionOf(pattern: string): Section | null {
  let section = known.get(pattern);
  if (section === undefined) known.set(pattern, (section = rows.find(({ outer }) => within(outer, pattern))?.section ?? null));
  return section;
}

/** As many as the schema has: names that a document chooses are not in them. */
const known = new Map<string, Section | null>();

/** Groups that a section or a subject stands for already: no headings. */
export const impliedHeadings: readonly string[] = ['contactTypes', 'agents', 'levers', 'costs', 'targets', 'variants'];
