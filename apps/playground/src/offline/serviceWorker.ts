/**
 * Serves the page from what was kept at the first visit, with or without a network. It keeps the files of one build, each checked against its hash, in a cache
 * of their own, and takes over from an older build only when the page asks for it or no older page is open: a page always meets the files that it was built
 * with.
 */

// A module, for names of its own.
export {};

interface Late extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Late {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Told extends Late {
  readonly data: unknown;
}
/** What is used of the scope of a service worker, which the types of a page do not have. */
interface Scope {
  readonly caches: CacheStorage;
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Late) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
}

/** The files of this build, relative to the folder, with their hashes, and the version that they make together: written in when the page is built. */
declare const __BUILT__: { readonly version: string; readonly files: readonly { readonly file: string; readonly integrity: string }[] };

const self = globalThis as unknown as Scope;
const { version, files } = __BUILT__;
const folder = self.registration.scope;
/** Pages in other folders of the same host have caches of their own. */
const family = `percall ${folder} `;
const own = family + version;
const page = new URL('index.html', folder).href;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOld()));
self.addEventListener('message', (event) => {
  if (event.data === 'takeOver') event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(folder)) return;
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  // The folder is the page, whatever query came with the address.
  event.respondWith(answer(mode === 'navigate' && address === folder ? page : address, event.request));
});

/** All files or none: a build of which a part is missing is no build. */
async function install(): Promise<void> {
  try {
    const cache = await self.caches.open(own);
    await Promise.all(
      files.map(async ({ file, integrity }) => {
        const address = new URL(file, folder).href;
        // The hash is in the name of what lies there: the page, or an older build, has brought the same.
        const isNamedByHash = file.startsWith('assets/');
        const known = isNamedByHash ? await keptIn(await builds(), address) : undefined;
        const response =
          known ?? (await fetch(address, { integrity, cache: isNamedByHash ? 'default' : 'no-cache', credentials: 'same-origin' }));
        if (!response.ok) throw new Error(`${file}: ${response.status}`);
        await cache.put(address, response);
      }),
    );
  } catch (fault) {
    await self.caches.delete(own);
    throw fault;
  }
}

/** Caches of this page, oldest first. */
const builds = async (): Promise<readonly string[]> => (await self.caches.keys()).filter((name) => name.startsWith(family));

/** Keeps the build before this one too: a page of it that is still open may want more of its files. */
async function forgetOld(): Promise<void> {
  const older = (await builds()).filter((name) => name !== own);
  await Promise.all(older.slice(0, -1).map((name) => self.caches.delete(name)));
}

async function keptIn(names: readonly string[], address: string): Promise<Response | undefined> {
  for (const name of names) {
    const response = await (await self.caches.open(name)).match(address);
    if (response !== undefined) return response;
  }
  return undefined;
}

async function answer(address: string, request: Request): Promise<Response> {
  const older = (await builds()).filter((name) => name !== own).reverse();
  return (await keptIn([own, ...older], address)) ?? fetch(request);
}
