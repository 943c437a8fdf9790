import type { Command } from 'commander';
import { notAvailableYet } from '../stop.ts';

/** Planned: shards of one study, computed anywhere, to one answer. Refused by name rather than as an unknown command. */
export function addMerge(program: Command): void {
  program
    .command('merge', { hidden: true })
    .argument('<shards...>')
    .action(() => {
      throw notAvailableYet('merge', 'studies that several computers share', 'one computer runs the whole study');
    });
}
