import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
type Rooms = Readonly<Record<string, { readonly ours: readonly string[]; readonly theirs: readonly string[] }>>;
const rooms = JSON.parse(readFileSync(path.join(root, 'test/rooms.json'), 'utf8')) as Rooms;

/** Modules that a source file names: imports, exports from, dynamic imports. */
const namedModules = (source: string): string[] => ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Imports of a room that the table does not allow. */
function trespasses(room: string, source: string, { ours, theirs } = rooms[room]!): string[] {
  const allowed = [...ours.map((name) => `@percall/${name}`), ...theirs].map((name) => new RegExp(`^${name}(/|$)`));
  return namedModules(source).filter((name) => !name.startsWith('.') && !allowed.some((pattern) => pattern.test(name)));
}

describe('who may import whom', () => {
  it('every room with sources stands in the table', () => {
    const withSources = ['packages', 'apps'].flatMap((floor) =>
      readdirSync(path.join(root, floor))
        .filter((name) => sources(path.join(root, floor, name)).some((file) => file.includes('/src/')))
        .map((name) => `${floor}/${name}`),
    );
    expect(Object.keys(rooms).sort()).toEqual(withSources.sort());
  });

  it.each(Object.keys(rooms))('%s imports only what the table allows', (room) => {
    const found = sources(path.join(root, room, 'src')).flatMap((file) =>
      trespasses(room, readFileSync(file, 'utf8')).map((name) => `${path.relative(root, file)} imports ${name}`),
    );
    expect(found).toEqual([]);
  });

  it.each(Object.keys(rooms))('%s depends only on what the table allows', (room) => {
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(root, room, 'package.json'), 'utf8')) as { dependencies?: object };
    const source = Object.keys(dependencies)
      .map((name) => `import '${name}'`)
      .join('\n');
    expect(trespasses(room, source)).toEqual([]);
  });

  it('twin: an import upward is found', () => {
    expect(trespasses('packages/numeric', `import { run } from '@percall/core';`)).toEqual(['@percall/core']);
    expect(trespasses('packages/core', `export * from '@percall/report/words';`)).toEqual(['@percall/report/words']);
    expect(trespasses('packages/core', `const zod = await import('zod');`)).toEqual(['zod']);
  });
});
