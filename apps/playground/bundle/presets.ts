import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';

const scenario = fileURLToPath(new URL('../../../packages/scenario', import.meta.url));

/**
 * `virtual:presets`: the presets as checked documents, each in every language a file of its own that is fetched when somebody opens it. Parsed when the page
 * is built, so that the page opens on one without a YAML reader. A preset that does not parse fails the build.
 */
export function presets(): Plugin {
  const id = 'virtual:presets';
  const one = `${id}/`;
  const load = () => runnerImport<typeof import('@percall/scenario')>(path.join(scenario, 'src/index.ts'), { root: scenario });
  let loaded: ReturnType<typeof load> | undefined;
  return {
    name: 'percall-presets',
    // Read anew for each build, and where a preset has changed.
    buildStart: () => void (loaded = undefined),
    watchChange: () => void (loaded = undefined),
    resolveId: (asked) => (asked === id || asked.startsWith(one) ? `\0${asked}` : null),
    async load(asked) {
      if (!asked.startsWith(`\0${id}`)) return null;
      const { module, dependencies } = await (loaded ??= load());
      for (const file of dependencies) this.addWatchFile(file);
      const { parseScenario, presetLanguages, presetNames, presetText } = module;
      if (asked === `\0${id}`) {
        const entries = presetNames().map((name) => {
          const documents = presetLanguages.map((language) => `${language}: () => import('${one}${name}/${language}')`);
          return `{ name: ${JSON.stringify(name)}, documents: { ${documents.join(', ')} } }`;
        });
        return `export default [${entries.join(', ')}];`;
      }
      const [name, language] = asked.slice(one.length + 1).split('/') as [string, (typeof presetLanguages)[number]];
      const parsed = parseScenario(presetText(name, language)!);
      if (!parsed.ok) throw new Error(`preset ${name} does not parse: ${JSON.stringify(parsed.problems)}`);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(parsed.document))});`;
    },
  };
}
