import { installed } from './installed.ts';
import type { Run } from './run.ts';
import { runInShell } from './shell.ts';

/** Where WebKit's shell lies on Debian and on a Mac. */
const jsc = () =>
  installed({
    what: 'JavaScriptCore’s shell, jsc,',
    variable: 'PERCALL_JSC',
    places: ['/usr/bin/jsc', '/System/Library/Frameworks/JavaScriptCore.framework/Versions/Current/Helpers/jsc'],
    debianPackage: 'libjavascriptcoregtk-4.0-bin',
  });

/**
 * The shell has the language alone. Studies run on that; the digests are taken of UTF-8, for which pages and Node have a TextEncoder, and the
 * shell is lent one.
 */
const textEncoder = `
globalThis.TextEncoder ??= class {
  encode(text) {
    return Uint8Array.from(unescape(encodeURIComponent(text)), (byte) => byte.charCodeAt(0));
  }
};
`;

/** JavaScriptCore, WebKit's engine, in its shell. */
export const inJavaScriptCore: Run = async (script) => runInShell(jsc(), `${textEncoder}${script}\nprint(said);\n`);
