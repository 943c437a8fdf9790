import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { offline } from './bundle/offline.ts';
import { firstFiles } from './bundle/firstFiles.ts';
import { contentPolicy } from './bundle/policy.ts';
import { presets } from './bundle/presets.ts';
import { worker } from './bundle/worker.ts';
import { forceRerunTriggers, sourcesByNode } from '../../vitest.shared.ts';

const source = '@percall/source';
/** Tests that act on the built page, in a browser. */
const flows = 'test/flows*.test.ts';

export default defineConfig({
  // Relative addresses: the built folder runs from any host and sub-path.
  base: './',
  plugins: [svelte(), presets('bank-ivr-verification', [source]), worker(), contentPolicy(), offline()],
  resolve: {
    conditions: [source, ...defaultClientConditions],
    // Its index brings generators that no seed is read by.
    alias: [{ find: /^seedrandom$/, replacement: 'seedrandom/seedrandom.js' }],
  },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions], externalConditions: [source] } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    rolldownOptions: {
      output: {
        codeSplitting: { groups: firstFiles },
        // Vite makes `var` of them, and V8 loads anew what it would take for constant: a replication takes 7% longer.
        topLevelVar: false,
      },
    },
    // What a part that is fetched later needs is mostly there already, and a worker has no document to announce the rest in.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  test: {
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // As in vitest.shared.ts: a test leaves modules and globals as they were.
    isolate: false,
    // Every core: these suites are among the last to end.
    maxWorkers: '100%',
    ...sourcesByNode,
    forceRerunTriggers,
    projects: [
      { extends: true, test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: [flows] } },
      {
        extends: true,
        test: {
          name: 'page',
          include: [flows],
          globalSetup: 'test/builtPage.ts',
          // As patient as the browser's own waits: on a machine that is busy a part may take more than the usual second to come.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
