import { parseScenario, presetText, type ScenarioDocument } from '@percall/scenario';

/** A preset as a document. */
export function preset(name: string): ScenarioDocument {
  const parsed = parseScenario(presetText(name)!);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}
