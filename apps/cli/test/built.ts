import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built command line, as npm would run it. `turbo run test` builds it first. */
export const bin = fileURLToPath(new URL('../bin/percall.mjs', import.meta.url));

export function requireBuilt(): void {
  if (!existsSync(fileURLToPath(new URL('../dist/program/command.js', import.meta.url)))) throw new Error('build first: npm run build');
}
