import { fileURLToPath } from 'node:url';
import type { Io } from '../src/io.ts';
import { cloningCrew, inLineCrew } from '@percall/runner';
import { main } from '../src/program.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));

/** The whole suite runs a second time with everything cloned that would go to a worker thread and back: `vitest.config.ts`. */
const crew = process.env['PERCALL_CREW'] === 'cloning' ? cloningCrew : inLineCrew;

/** One command line in this process, with a terminal that remembers. Relative files start in `test/fixtures`. */
export async function percall(argv: readonly string[], io: Partial<Io> & { readonly input?: string } = {}): Promise<Ended> {
  let out = '';
  let err = '';
  const { input, ...given } = io;
  const code = await main(argv, {
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
    stdin: () => Promise.resolve(input ?? ''),
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    env: {},
    cwd: fixtures,
    signal: new AbortController().signal,
    crew,
    ...given,
  });
  return { code, out, err };
}
