import type { Command } from 'commander';
import { resultsSchema } from '@percall/report';
import { jsonSchema } from '@percall/scenario';
import type { Io } from '../io.ts';

export function addSchema(program: Command, io: Io): void {
  program
    .command('schema')
    .summary('print the JSON Schema of documents, or of results')
    .description('Prints the JSON Schema (draft 2020-12) of the scenario document, for editors to complete and check by.')
    .option('--results', 'the schema of what `run --format json` writes', false)
    .action(({ results }: { results: boolean }) => {
      io.stdout(`${JSON.stringify(results ? resultsSchema : jsonSchema(), null, 2)}\n`);
    });
}
