import { addAbortSignal } from 'node:stream';
import { text } from 'node:stream/consumers';
import { threadCrew } from '@percall/runner/node';
import { exitCodes } from './exitCodes.ts';
import { fileReason } from './fileReason.ts';
import type { Io } from './io.ts';

/** The real terminal. The first Ctrl-C lets the command stop in good order; a second one ends the process at once. */
export function processIo(): Io {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) is no fault.
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    process.stderr.write(`error: cannot write to stdout: ${fileReason(error)}\n`);
    process.exit(exitCodes.usage);
  });
  // With nobody to tell, the exit code still tells.
  process.stderr.on('error', () => {});
  return {
    stdout: (data) => void process.stdout.write(data),
    stderr: (data) => void process.stderr.write(data),
    stdin: () => text(addAbortSignal(controller.signal, process.stdin)),
    stdoutIsTerminal: process.stdout.isTTY,
    stderrIsTerminal: process.stderr.isTTY,
    env: process.env,
    cwd: process.cwd(),
    signal: controller.signal,
    crew: threadCrew,
  };
}
