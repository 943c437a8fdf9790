import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with `sound.mjs` and `faulty.mjs`. */
    readonly workers: string;
  }
}

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const conditions = ['@percall/source', 'module', 'node'];

/**
 * The worker's sources in one file, and those of one that goes wrong. A thread that reads every source by itself takes two seconds of a core to start, which
 * was half the time of these tests; one of a bundle takes a tenth of that.
 */
export default async function bundleWorkers(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'percall-workers-'));
  const bundle = async (): Promise<void> => {
    await build({
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true, resolve: { conditions } },
      build: {
        ssr: true,
        outDir: folder,
        rolldownOptions: {
          input: { sound: fileOf('../../src/worker.node.ts'), faulty: fileOf('../workers/faulty.mjs') },
          // As the program's own (decision 32).
          output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs', topLevelVar: false },
        },
      },
    });
  };
  await bundle();
  project.onTestsRerun(bundle);
  project.provide('workers', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
