import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import type { Digests } from './main.ts';
import type { StudyName } from './studies.ts';

/** What the script says. */
export interface Said {
  readonly golden: Readonly<Record<StudyName, Digests>>;
  /** Twins, both of the retailer's study: one input moved by its last bit; the engine's own exp in place of ours. */
  readonly byOneUlp: Digests;
  readonly ownExp: Digests;
}

/**
 * One classic script for every engine: the simulator with all that it imports, the golden studies and their twins. It asks for the language and a
 * TextEncoder, no more, and leaves a `Said` as JSON in the global `said`.
 */
export async function script(): Promise<string> {
  const [asItIs, sabotaged] = await Promise.all([bundle(), bundle([ownExp])]);
  return `${asItIs}
var golden = percall.allDigests();
var byOneUlp = percall.digestsOf('retailer', (study) => percall.byOneUlp(study, 'contactTypes.orders.patience.phone.mean'));
${sabotaged}
var ownExp = percall.digestsOf('retailer');
var said = JSON.stringify({ golden, byOneUlp, ownExp });
`;
}

/** What one careless line would make of the simulator. */
const ownExp: Plugin = {
  name: 'own-exp',
  transform: (_, id) => (id.endsWith('/packages/numeric/src/exp.ts') ? 'export const exp = Math.exp;' : undefined),
};

/** `main.ts` and all that it imports, as the global `percall`. */
async function bundle(plugins: Plugin[] = []): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins,
    resolve: { conditions: ['@percall/source'] },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('main.ts', import.meta.url)), formats: ['iife'], name: 'percall' },
    },
  });
  const [bundled] = Array.isArray(output) ? output : [output];
  if (!bundled || !('output' in bundled)) throw new Error('vite built no bundle');
  return bundled.output[0].code;
}
