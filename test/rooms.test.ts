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

/** Modules of a room that import themselves by way of others, each with the way; what is imported for its type alone is no way. */
function circles(modules: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (way.includes(file) || done.has(file)) return;
    const { outputText } = ts.transpileModule(modules.get(file) ?? '', { compilerOptions: { module: ts.ModuleKind.ESNext } });
    for (const name of namedModules(outputText))
      if (name.startsWith('.')) visit(path.posix.join(path.posix.dirname(file), name), [...way, file]);
    done.add(file);
  };
  for (const file of modules.keys()) visit(file, []);
  return found;
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

  // Which of them is there first hangs on who imports them: a constant of the other may be nothing yet.
  it.each(Object.keys(rooms))('no module of %s imports itself by way of others', (room) => {
    const files = sources(path.join(root, room, 'src')).map((file) => [path.relative(root, file), readFileSync(file, 'utf8')] as const);
    expect(circles(new Map(files))).toEqual([]);
  });

  it('twin: a circle is found, and none of types', () => {
    const b = `import { a } from './a.ts'; export const b = a;`;
    const circle = new Map([['a.ts', `import { b } from './b.ts'; export const a = b;`]]).set('b.ts', b);
    expect(circles(circle)).toEqual(['a.ts -> b.ts -> a.ts']);
    expect(circles(new Map([['a.ts', `import type { b } from './b.ts'; export const a: b = 1;`]]).set('b.ts', b))).toEqual([]);
  });

  it('twin: an import upward is found', () => {
    expect(trespasses('packages/numeric', `import { run } from '@percall/core';`)).toEqual(['@percall/core']);
    expect(trespasses('packages/core', `export * from '@percall/report/words';`)).toEqual(['@percall/report/words']);
    expect(trespasses('packages/core', `const zod = await import('zod');`)).toEqual(['zod']);
  });
});
