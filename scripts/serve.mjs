// Serves the built playground on this machine. Needs what the installation brings, so it is loaded after it.
import path from 'node:path';
import { preview } from 'vite';
import { root } from './install.mjs';

/**
 * Serves apps/playground/dist on `port` (4173 where none is given), or on the next free port; resolves with the address. The server ends with
 * the process.
 */
export async function servePlayground(port = '4173') {
  const wanted = Number(port);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
    console.error(`PORT must be a whole number from 0 to 65535, not ${port}.`);
    process.exit(2);
  }
  const server = await preview({
    root: path.join(root, 'apps', 'playground'),
    configFile: false,
    logLevel: 'warn',
    preview: { host: 'localhost', port: wanted, strictPort: false },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));
  return server.resolvedUrls.local[0];
}
