import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** A request: its path inside the folder, and when it came, in milliseconds since 1970. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly at: number;
}

/** A folder as the simplest of hosts serves it, under a path of its own. What is not in the folder is not found: no page stands in for it. */
export async function serveFolder(
  folder: string,
  under = '/',
): Promise<{ readonly url: string; readonly asked: readonly Asked[]; readonly close: () => Promise<void> }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://host');
    asked.push({ method: request.method!, path: pathname.slice(under.length), at: Date.now() });
    const file = pathname.startsWith(under) ? pathname.slice(under.length) || 'index.html' : '..';
    const place = path.join(folder, file);
    if (!place.startsWith(path.join(folder, path.sep))) return void response.writeHead(404).end();
    readFile(place).then(
      (content) => response.writeHead(200, { 'content-type': types[path.extname(place)] ?? 'application/octet-stream' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${under}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
