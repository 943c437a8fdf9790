import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exitCodes } from './exitCodes.ts';
import type { Io } from './io.ts';
import { Stop } from './stop.ts';

/**
 * Writes the data to the file, or to stdout without one. A file appears whole or not at all: it is written beside its place and renamed.
 */
export async function writeData(io: Io, file: string | undefined, data: string): Promise<void> {
  if (file === undefined) {
    io.stdout(data);
    return;
  }
  const target = path.resolve(io.cwd, file);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(beside, data, { flag: 'wx' });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw new Stop(exitCodes.usage, `cannot write ${file}: ${(error as Error).message}`);
  }
}
