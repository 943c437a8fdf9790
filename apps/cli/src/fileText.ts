import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { exitCodes } from './exitCodes.ts';
import { fileReason } from './fileReason.ts';
import type { Io } from './io.ts';
import { Stop, usage } from './stop.ts';

/** The text of a file. Stops with 2 where it cannot be read, with 4 where it is not text in UTF-8. */
export async function fileText(io: Io, file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path.resolve(io.cwd, file));
  } catch (error) {
    throw usage(`cannot read ${file}: ${fileReason(error)}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Stop(exitCodes.badData, `${file} is not text in UTF-8`);
  }
}
