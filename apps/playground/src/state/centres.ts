import presets from 'virtual:presets';
import type { Language } from '@percall/report';
import { checkDocument, type ScenarioDocument } from '@percall/scenario';

/** The centres that a study can start from, by name. */
export const centreNames: readonly string[] = presets.map(({ name }) => name);

/** Fetches a centre in a language. Rejects where it cannot be fetched. */
export async function centre(name: string, language: Language): Promise<ScenarioDocument> {
  const preset = presets.find((each) => each.name === name);
  if (preset === undefined) throw new RangeError(`There is no centre ${name}.`);
  const checked = checkDocument((await preset.documents[language]()).default);
  if (!checked.ok) throw new Error(`The centre ${name} is not valid: ${JSON.stringify(checked.problems)}`);
  return checked.document;
}
