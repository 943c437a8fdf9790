import { defineConfig } from 'vite';

/** As Node resolves: what is built, not sources. */
const conditions = ['module', 'node', 'default'];

/**
 * The program in a few files (decision 0032): Node takes longer to find and read the 800 modules that it is made of than most commands take. The runner starts a
 * worker thread from the file beside its own, which is here too.
 */
export default defineConfig({
  resolve: { conditions },
  ssr: { noExternal: true, resolve: { conditions } },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/program',
    sourcemap: true,
    rolldownOptions: {
      input: { command: 'src/command.ts', 'worker.node': '../../packages/runner/dist/worker.node.js' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        // Vite makes `var` of them, and V8 loads anew what it would take for constant: the floor is a tenth slower.
        topLevelVar: false,
        minify: true,
      },
      // The runner waits with it where it stands alone: the command line reads all of it at once.
      checks: { ineffectiveDynamicImport: false },
    },
  },
});
