import type { Command } from 'commander';
import { plainText } from '@percall/report';
import { interpret, parseScenario, presetNames } from '@percall/scenario';
import type { Io } from '../io.ts';
import { textOfPreset } from '../readScenario.ts';

export function addPresets(program: Command, io: Io): void {
  program
    .command('presets')
    .summary('list the centres that come with Percall')
    .description('Lists the presets, or prints one as a document to start from.')
    .argument('[name]', 'print this one')
    .action((name?: string) => {
      io.stdout(name === undefined ? list() : textOfPreset(name));
    });
}

function list(): string {
  const names = presetNames();
  const width = Math.max(...names.map(({ length }) => length));
  return names.map((name) => `${name.padEnd(width)}  ${title(name)}\n`).join('');
}

/** The document's own name. A preset that does not parse is a fault of the program. */
function title(name: string): string {
  const parsed = parseScenario(textOfPreset(name));
  if (!parsed.ok) throw new Error(`preset ${name} does not parse: ${JSON.stringify(parsed.problems)}`);
  return plainText(interpret(parsed.document).scenarios[0]!.scenario.name);
}
