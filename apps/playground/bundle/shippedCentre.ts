/** Run when the page is built, by `presets.ts`: what of a centre can be worked out before anybody opens it. */
import { compile, type Compiled } from '@percall/runner';
import { aloneWith, parseScenario, presetText, type PresetLanguage, type Problem, type ScenarioDocument } from '@percall/scenario';
import { opened } from '../src/state/work.ts';

export { presetLanguages, presetNames } from '@percall/scenario';

/** A preset, checked. Throws where it does not parse. */
export function checkedCentre(
  name: string,
  language: PresetLanguage,
): { readonly document: ScenarioDocument; readonly checked: readonly Problem[] } {
  const parsed = parseScenario(presetText(name, language)!);
  if (!parsed.ok) throw new Error(`preset ${name} does not parse: ${JSON.stringify(parsed.problems)}`);
  return { document: parsed.document, checked: parsed.warnings };
}

/** What the page asks about first when it opens the document, compiled on the floor that answers first. */
export const compiledAsOpened = (document: ScenarioDocument, checked: readonly Problem[]): Compiled =>
  compile(aloneWith(document, opened(document).selected), { floor: 'erlang', checked });
