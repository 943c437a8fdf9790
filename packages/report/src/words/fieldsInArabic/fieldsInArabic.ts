import { withIsolates } from '../isolated.ts';
import { agents } from './agents.ts';
import { calendar } from './calendar.ts';
import { channels } from './channels.ts';
import { contactTypes } from './contactTypes.ts';
import { costs } from './costs.ts';
import { levers } from './levers.ts';
import { scenario } from './scenario.ts';
import { staffing } from './staffing.ts';
import { targets } from './targets.ts';

/** Label and help by pattern. What stands in braces is isolated: keywords that are typed as they are, and figures. */
export type Fields = Readonly<Record<string, readonly [label: string, help: string, options?: Options]>>;

/** Names that a choice is made among, in words. */
export type Options = Readonly<Record<string, string>>;

export interface FieldWords {
  readonly label: string;
  readonly help: string;
  readonly options: Options;
}

/** Label, help and options of every field of the document, by the pattern of its paths. */
export const fieldsInArabic: ReadonlyMap<string, FieldWords> = new Map(
  [scenario, calendar, contactTypes, channels, agents, staffing, targets, costs, levers].flatMap((fields: Fields) =>
    Object.entries(fields).map(([pattern, [label, help, options = {}]]) => {
      const named = Object.entries(options).map(([name, words]) => [name, withIsolates(words)] as const);
      return [pattern, { label: withIsolates(label), help: withIsolates(help), options: Object.fromEntries(named) }] as const;
    }),
  ),
);
