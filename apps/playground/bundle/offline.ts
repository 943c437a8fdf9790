import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { iconPng, iconSvg } from './icon.ts';

const worker = fileURLToPath(new URL('../src/offline/serviceWorker.ts', import.meta.url));
/** Beside the page: a service worker serves the folder that it lies in. */
const workerFile = 'service-worker.js';
const pngs = [192, 512] as const;

const manifest = {
  name: 'Percall',
  short_name: 'Percall',
  description: 'What a contact costs, what it would cost after a change, and whether service stands it.',
  // Relative to the manifest: the folder runs from any host and sub-path.
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#f4f3ef',
  theme_color: '#0a5a9c',
  icons: [
    { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ...pngs.map((size) => ({ src: `icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any maskable' })),
  ],
};

/** What makes the built page installable and keeps it without a network: manifest, icons, and a service worker that knows every file by its hash. */
export const offline = (): Plugin => ({
  name: 'percall-offline',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: worker, fileName: workerFile });
    this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: `${JSON.stringify(manifest, null, 2)}\n` });
    this.emitFile({ type: 'asset', fileName: 'icon.svg', source: iconSvg() });
    for (const size of pngs) this.emitFile({ type: 'asset', fileName: `icon-${size}.png`, source: iconPng(size) });
  },
  transformIndexHtml: () => [
    { tag: 'link', attrs: { rel: 'icon', type: 'image/svg+xml', href: './icon.svg' }, injectTo: 'head' },
    { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './icon-192.png' }, injectTo: 'head' },
    { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' }, injectTo: 'head' },
  ],
  generateBundle: {
    // When all other files are what they will be, the page itself too.
    order: 'post',
    handler(_, bundle) {
      const files = Object.values(bundle)
        .filter(({ fileName }) => fileName !== workerFile)
        .map((file) => {
          const content = file.type === 'chunk' ? file.code : file.source;
          return { file: file.fileName, integrity: `sha256-${createHash('sha256').update(content).digest('base64')}` };
        })
        .sort((one, other) => (one.file < other.file ? -1 : 1));
      const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
      const built = bundle[workerFile];
      if (built?.type !== 'chunk' || built.imports.length > 0 || !built.code.includes('__BUILT__'))
        throw new Error('the service worker must be one file that asks for __BUILT__');
      built.code = built.code.replace('__BUILT__', () => JSON.stringify({ version, files }));
    },
  },
});
