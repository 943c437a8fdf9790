import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

/** A page of a consumer inside the workspace: it sees the packages' sources, and has module workers. */
export const page: InlineConfig = {
  configFile: false,
  logLevel: 'silent',
  root: fileURLToPath(new URL('../page/', import.meta.url)),
  resolve: { conditions: ['@percall/source', 'module', 'browser', 'development|production'] },
  worker: { format: 'es' },
};
