import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { serveFolder } from './folderSite.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

declare module 'vitest' {
  export interface ProvidedContext {
    /** The page as it is shipped: its folder, which tests leave as it is, and the address where it is served. */
    readonly builtPage: { readonly folder: string; readonly url: string };
  }
}

/** Builds the page of this moment once for all files of a run, and serves it until they are through. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'percall-page-'));
  await buildInto(folder);
  project.onTestsRerun(() => buildInto(folder));
  const { url, close } = await serveFolder(folder);
  project.provide('builtPage', { folder, url });
  return async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** As it is shipped: vitest says that this is a test, and a test's build keeps nothing and weighs more. */
async function buildInto(folder: string): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  await build({ root, logLevel: 'error', mode: 'production', build: { outDir: folder, emptyOutDir: true } });
  process.env['NODE_ENV'] = before;
}
