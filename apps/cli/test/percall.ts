import { fileURLToPath } from 'node:url';
import type { Io } from '../src/io.ts';
import { main } from '../src/program.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));

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
    ...given,
  });
  return { code, out, err };
}
