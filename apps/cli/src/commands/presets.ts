import { Option, type Command } from 'commander';
import { plainText } from '@percall/report';
import { interpret, parseScenario, presetLanguages, presetNames, type PresetLanguage } from '@percall/scenario';
import type { Io } from '../io.ts';
import { textOfPreset } from '../readScenario.ts';

export function addPresets(program: Command, io: Io): void {
  program
    .command('presets')
    .summary('list the centres that come with Percall')
    .description('Lists the presets, or prints one as a document to start from.')
    .argument('[name]', 'print this one')
    .addOption(new Option('--language <code>', 'of names and notes').choices(presetLanguages).default('en'))
    .action((name: string | undefined, { language }: { readonly language: PresetLanguage }) => {
      io.stdout(name === undefined ? list(language) : textOfPreset(name, language));
    });
}

function list(language: PresetLanguage): string {
  const names = presetNames();
  const width = Math.max(...names.map(({ length }) => length));
  return names.map((name) => `${name.padEnd(width)}  ${title(name, language)}\n`).join('');
}

/** The document's own name. A preset that does not parse is a fault of the program. */
function title(name: string, language: PresetLanguage): string {
  const parsed = parseScenario(textOfPreset(name, language));
  if (!parsed.ok) throw new Error(`preset ${name} does not parse: ${JSON.stringify(parsed.problems)}`);
  return plainText(interpret(parsed.document).scenarios[0]!.scenario.name);
}
