import type { Parsed, ScenarioDocument } from '@percall/scenario';

/** More characters than any document may have, in bytes of which each may take four: of a longer file no more is read than it takes to refuse it. */
const mostBytes = 4 * 2_000_001;

/** Reads a scenario, in YAML or JSON, as the command line does. What reads YAML is fetched with the first file, and rejects where it cannot be. */
export async function readScenarioFile(file: Blob): Promise<Parsed> {
  const [{ parseScenario }, text] = await Promise.all([import('@percall/scenario/text'), file.slice(0, mostBytes).text()]);
  return parseScenario(text);
}

/** The document as a file says it: as `percall open` prints it. */
export const scenarioFileText = (document: ScenarioDocument): string => `${JSON.stringify(document, null, 2)}\n`;

/** A file name from a study's: letters and digits of any script, the rest as hyphens. */
export function scenarioFileName(name: string): string {
  const words = name.toLocaleLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `${Array.from(words.join('-')).slice(0, 60).join('') || 'study'}.json`;
}

/** Has the browser save a text as a file. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
