import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';
import { dataModule } from './dataModule.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * `virtual:presets`: the presets as checked documents, each in every language a file of its own that is fetched when somebody opens it. Parsed when the page
 * is built, so that the page opens on one without a YAML reader; and the one that a first visit opens is compiled then too, so that neither the schema nor the
 * compiler is fetched before its answer. A preset that does not parse fails the build.
 *
 * @param first the name of that one
 * @param conditions by which packages are found
 */
export function presets(first: string, conditions: string[]): Plugin {
  const id = 'virtual:presets';
  const one = `${id}/`;
  const load = () =>
    runnerImport<typeof import('./shippedCentre.ts')>(path.join(root, 'bundle/shippedCentre.ts'), {
      root,
      // Our own packages from their sources, as the page has them.
      environments: { inline: { resolve: { conditions, noExternal: [/^@percall\//] } } },
    });
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
      const { checkedCentre, compiledAsOpened, presetLanguages, presetNames } = module;
      if (asked === `\0${id}`) {
        const entries = presetNames().map((name) => {
          const centres = presetLanguages.map((language) => `${language}: () => import('${one}${name}/${language}')`);
          return `{ name: ${JSON.stringify(name)}, centres: { ${centres.join(', ')} } }`;
        });
        return `export const first = ${JSON.stringify(first)};\nexport default [${entries.join(', ')}];`;
      }
      const [name, language] = asked.slice(one.length + 1).split('/') as [string, (typeof presetLanguages)[number]];
      const { document, checked } = checkedCentre(name, language);
      return dataModule({ document, checked, compiled: name === first ? compiledAsOpened(document, checked) : null });
    },
  };
}
