import { Option, type Command } from 'commander';
import type { Io } from './io.ts';
import type { Output } from './output.ts';

export const formats = ['table', 'json', 'ndjson', 'csv', 'md'] as const;
export type Format = (typeof formats)[number];

/** Where data go and what they look like. */
export interface OutputFlags {
  readonly format: Format;
  readonly out?: string;
  readonly color: boolean;
}

export const addFormat = (command: Command): Command =>
  command
    .addOption(new Option('--format <name>', 'what to write').choices(formats).default('table'))
    .option('--out <file>', 'write there instead of stdout (-), whole or not at all');

export const addNoColor = (command: Command): Command =>
  command.option('--no-color', 'no colours; NO_COLOR in the environment says the same');

/** Colours are for a terminal that nobody asked to do without. */
export const wantsColour = (io: Io, output: Output, { color }: Pick<OutputFlags, 'color'>): boolean =>
  io.stdoutIsTerminal && !output.isFile && color && (io.env['NO_COLOR'] ?? '') === '';

/** A document of JSON as every command writes it. */
export const jsonText = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;
