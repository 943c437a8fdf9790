import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, chmod, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileReason } from './fileReason.ts';
import type { Io } from './io.ts';
import { usage } from './stop.ts';

/** A place for data that has been looked at and can probably be written. */
export interface Output {
  /** Not on stdout, where colours may show. */
  readonly isFile: boolean;
  readonly write: (data: string) => Promise<void>;
}

/**
 * Where the data will go: stdout without a file or with `-`, else the file. Stops with 2, before anything runs, where the file cannot be
 * written or is one of `inputs`, what scenarios were read from.
 *
 * A file appears whole or not at all: it is written beside its place and renamed, with the mode of the file that it replaces. A link to a
 * file stays, and its file is replaced. What is no regular file (a pipe, a device) is written into.
 *
 * @param option by whose name a refusal speaks
 * @param what are the inputs
 */
export async function openOutput(
  io: Io,
  file: string | undefined,
  inputs: readonly string[] = [],
  option = '--out',
  what = 'the scenario itself',
): Promise<Output> {
  if (file === '') throw usage(`${option} wants a file, or - for stdout`);
  // The name would lead around the stream, and past what a shell that appends has written.
  if (file === undefined || file === '-' || file === '/dev/stdout')
    return { isFile: false, write: (data) => Promise.resolve(io.stdout(data)) };
  return {
    isFile: true,
    write: await writerOf(
      path.resolve(io.cwd, file),
      file,
      inputs.map((input) => path.resolve(io.cwd, input)),
      `${option} ${file} is ${what}, which would be lost`,
    ),
  };
}

async function writerOf(given: string, named: string, inputs: readonly string[], loss: string): Promise<Output['write']> {
  const cannot = (error: unknown, where = ''): never => {
    throw usage(`cannot write ${named}: ${where}${fileReason(error)}`);
  };
  const before = await statOf(given).catch(cannot);
  if (before?.isDirectory() === true || /[\\/]$/.test(named)) throw usage(`cannot write ${named}: it names a folder`);
  if (before !== null && !before.isFile()) return (data) => writeFile(given, data).catch(cannot);
  for (const input of before === null ? [] : inputs) if (isSame(before, await statOf(input).catch(() => null))) throw usage(loss);
  const target = await targetOf(given).catch(cannot);
  if (before !== null) await access(target, constants.W_OK).catch(cannot);
  await access(path.dirname(target), constants.W_OK | constants.X_OK).catch((error: unknown) => cannot(error, 'its folder: '));
  return (data) => replace(target, data, before).catch(cannot);
}

/** null: nothing is there. */
async function statOf(file: string): Promise<Stats | null> {
  try {
    return await stat(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const isSame = (one: Stats | null, other: Stats | null): boolean =>
  one !== null && other !== null && one.dev === other.dev && one.ino === other.ino;

/** The file that a path means in the end, whether it is there yet or not. Links that go round in a circle have failed `stat` before. */
async function targetOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const next = await readlink(file).catch(() => null);
  return next === null ? file : targetOf(path.resolve(await realpath(path.dirname(file)), next));
}

async function replace(target: string, data: string, before: Stats | null): Promise<void> {
  // Not made of the target's name, which may be as long as a name can be.
  const beside = path.join(path.dirname(target), `.percall-${randomUUID()}.tmp`);
  try {
    await writeFile(beside, data, { flag: 'wx' });
    if (before !== null) await chmod(beside, before.mode & 0o777);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
