import presets, { first } from 'virtual:presets';
import type { Language } from '@percall/report';
import type { Compiled } from '@percall/runner';
import type { Problem, ScenarioDocument } from '@percall/scenario';
import { anew } from './anew.ts';

/** A centre, as the build of the page has checked it. */
export interface Centre {
  readonly document: ScenarioDocument;
  /** What the check warned of. */
  readonly checked: readonly Problem[];
  /** Of the centre that a first visit opens: as it opens, on the instant floor. null of others, which are compiled where they are opened. */
  readonly compiled: Compiled | null;
}

/** The centres that a study can start from, by name. */
export const centreNames: readonly string[] = presets.map(({ name }) => name);

/** Fetches a centre in a language. Rejects where it cannot be fetched. */
export async function centre(name: string, language: Language): Promise<Centre> {
  const preset = presets.find((each) => each.name === name);
  if (preset === undefined) throw new RangeError(`There is no centre ${name}.`);
  return (await anew(preset.centres[language])).default;
}

/** Fetches the centre that a first visit opens: with English names in it, rather than none, where those of another language cannot be fetched. */
export const firstCentre = (language: Language): Promise<Centre> => centre(first, language).catch(() => centre(first, 'en'));
