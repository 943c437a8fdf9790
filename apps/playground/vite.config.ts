import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defaultClientConditions, defaultServerConditions, runnerImport, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const source = '@percall/source';
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * `virtual:presets`: the presets as checked documents, in every language. Parsed when the page is built, so that the page opens on one without a YAML reader.
 * A preset that does not parse fails the build.
 */
function presets(): Plugin {
  const id = 'virtual:presets';
  return {
    name: 'percall-presets',
    resolveId: (asked) => (asked === id ? `\0${id}` : null),
    async load(asked) {
      if (asked !== `\0${id}`) return null;
      const scenario = path.join(root, 'packages/scenario');
      const { module, dependencies } = await runnerImport<typeof import('@percall/scenario')>(path.join(scenario, 'src/index.ts'), {
        root: scenario,
      });
      for (const file of dependencies) this.addWatchFile(file);
      const all = module.presetNames().map((name) => {
        const documents = module.presetLanguages.map((language) => {
          const parsed = module.parseScenario(module.presetText(name, language)!);
          if (!parsed.ok) throw new Error(`preset ${name} does not parse: ${JSON.stringify(parsed.problems)}`);
          return [language, parsed.document];
        });
        return { name, documents: Object.fromEntries(documents) as unknown };
      });
      return `export default ${JSON.stringify(all)};`;
    },
  };
}

export default defineConfig({
  // Relative addresses: the built folder runs from any host and sub-path.
  base: './',
  plugins: [svelte(), presets()],
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions], externalConditions: [source] } },
  worker: { format: 'es' },
  build: { target: 'es2022' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 },
});
