import { floorTakes } from '@percall/core';
import type { Choice, Chosen, Control } from '@percall/scenario';

/** Settings of the schema that the page has no row for, and why: all others are offered, a new one from the day that it is in the schema. */
export const leftOut: Readonly<Record<string, string>> = {
  percall: 'the version of the format, not a thing of the centre',
  source: 'stands above the inputs, beside the filter of what is not measured',
  period: 'what results are stated over: switched beside the sentence, where volumes that name none are written with theirs',
  replications: 'how fine the answer gets, which the page sees to',
  'calendar.weekStarts': 'moves no figure: the heat map has its weekdays in that order',
  'staffing.response': 'stands above the inputs, where the scenario is named',
  'variants[].response': 'stands above the inputs, where the scenario is named',
};

/** Whether the page offers an input. */
export const isOffered = (input: Control | Choice): boolean => !Object.hasOwn(leftOut, input.pattern);

/** Whether a number limits something where it stands, and nothing does where it is left out. */
export const isLimit = ({ pattern }: Pick<Control, 'pattern'>): boolean => /(?:^targets\..*\.at(?:Least|Most)|\.trunks)$/.test(pattern);

/** A choice with the options that the instant floor can run, which the page runs on, and what is chosen already; null where that leaves nothing to choose. */
export function onThisFloor(choice: Choice, chosen: Chosen | null): Choice | null {
  const setting = settingOf(choice.pattern);
  if (setting === null) return choice;
  const options = choice.options.filter((option) => option === chosen || floorTakes('erlang', setting, option));
  return options.length < 2 ? null : { ...choice, options };
}

/** What floors differ in by what they take. */
function settingOf(pattern: string): Parameters<typeof floorTakes>[1] | null {
  if (/^contactTypes\.\*\.patience\.\w+\.family$/.test(pattern)) return 'patience';
  return pattern === 'levers.routing.freeAgent' ? 'freeAgent' : null;
}
