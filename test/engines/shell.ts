import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { patience } from './run.ts';

/** Runs a script as a file of a shell, a program that is given a script and prints; resolves with what it prints. Rejects with what it throws. */
export async function runInShell(program: string, script: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'percall-shell-'));
  const file = path.join(folder, 'script.cjs');
  writeFileSync(file, script);
  try {
    const { stdout } = await promisify(execFile)(program, [file], { timeout: patience });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} failed: ${stderr || stdout || String(error)}`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
