import { documentWith, documentWithPart, partsOf, scenarioDocument, type Json, type Part, type Written } from '@percall/scenario';
import { draftOf } from './structure.ts';
import type { Edit } from './work.ts';

/** The selected scenario gets a part that it may have; `mark` says of the values that it begins with that they are examples. */
export const partAdded =
  (part: Part, mark: (example: string) => Json): Edit =>
  (work) => {
    const scenario = scenarioDocument(work.document, work.selected) ?? {};
    // What it begins with follows from what stands beside it now.
    const now = partsOf(scenario, mark).find(({ path, isLine }) => path === part.path && isLine === part.isLine) ?? part;
    return draftOf(work, documentWithPart(work.document, work.selected, scenario, now));
  };

/** The selected scenario loses a part, or writes another value where one is written out; null: none. */
export const writtenSet =
  (place: Part | Written, value: Json): Edit =>
  (work) =>
    draftOf(work, documentWith(work.document, work.selected, place, value));
