import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { deflateSync, inflateSync, strFromU8 } from 'fflate';
import { checkDocument } from '../check/checkDocument.ts';
import type { Json, Refused, ScenarioDocument } from '../document.ts';
import { mustText, type MustTextKey } from '../mustTexts.ts';
import { isObject } from '../paths.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { problemAt } from '../problems.ts';
import { fromBase64Url, toBase64Url } from './bytes.ts';
import { dictionaryD0 } from './dictionaryD0.ts';
import { dictionaryD1 } from './dictionaryD1.ts';

/** `#s=<container>.<codec>.<payload>`; the container says how to read codec and payload, the codec how to read the document. */
const container = 1;
const codec = 'd1';

/** What the deflate of each codec has seen before it starts. Links of `d0`, which sorted the keys of a document, are read and no longer written. */
const dictionaries: { readonly [codec: string]: string | undefined } = { d0: dictionaryD0, d1: dictionaryD1 };

/** A document of ten thousand times the usual compression is no document. */
const mostInflatedBytes = 1_000_000;
const mostPayloadCharacters = 200_000;

/** 32 bits of SHA-256: a damaged link passes once in four billion. */
const checksumBytes = 4;

/** What a link says beside the document: which engine made it and what it showed, to compare after recomputing. */
export interface LinkResult {
  readonly engineVersion: string;
  readonly headline: string | number | null;
  /** The variant that was looked at, by name; null: the baseline. Left out where nobody looked, and by links of builds that did not say it. */
  readonly selected?: string | null;
}

export type OpenedLink =
  ({ readonly ok: true; readonly document: ScenarioDocument; readonly warnings: readonly Problem[] } & LinkResult) | Refused;

/**
 * The fragment of a link that carries the whole document, its seed, the engine's version, the headline result and what was looked at, with a checksum.
 *
 * payload = base64url(first 4 bytes of SHA-256(text), raw deflate(text, dictionary)); text = JSON, with the keys of the
 * document in its own order: that of contact types, groups and parts of shrinkage has a meaning.
 */
export function encodeLink(document: ScenarioDocument, { engineVersion, headline, selected }: LinkResult): string {
  // A default seed may change with a version; what was shown must not.
  const seeded: { readonly [key: string]: Json } = { ...document, seed: document['seed'] ?? 'percall' };
  const text = utf8ToBytes(JSON.stringify({ document: seeded, engineVersion, headline, selected }));
  const deflated = deflateSync(text, { level: 9, mem: 12, dictionary: utf8ToBytes(dictionaryD1) });
  const bytes = new Uint8Array(checksumBytes + deflated.length);
  bytes.set(sha256(text).subarray(0, checksumBytes));
  bytes.set(deflated, checksumBytes);
  return `#s=${container}.${codec}.${toBase64Url(bytes)}`;
}

/**
 * Opens a link (an address with a fragment, or the fragment alone). A link that is damaged, cut or newer than this build is refused, each
 * with a problem of its own; a document that is opened has been checked like a typed one.
 */
export function decodeLink(link: string): OpenedLink {
  const match = /(?:^|#|&)s=([^&\s]*)\s*$/.exec(link.trim());
  const [version = '', name = '', payload = '', ...more] = match?.[1]?.split('.') ?? [];
  if (match === null || more.length > 0 || !/^\d{1,4}$/.test(version) || !/^[a-z]\d{1,4}$/.test(name))
    return refuse('damaged', 'link', link);
  const dictionary = dictionaries[name];
  if (Number(version) > container || (Number(version) === container && dictionary === undefined && name.startsWith('d')))
    return refuse('newer', 'newerLink', `${version}.${name}`);
  if (Number(version) !== container || dictionary === undefined || payload === '' || payload.length > mostPayloadCharacters)
    return refuse('damaged', 'link', link);
  const bytes = fromBase64Url(payload);
  if (bytes === null) return refuse('damaged', /^[\w-]*$/.test(payload) ? 'linkCut' : 'link', link);
  if (bytes.length <= checksumBytes) return refuse('damaged', 'linkCut', link);
  const inflated = inflate(bytes.subarray(checksumBytes), utf8ToBytes(dictionary));
  if (typeof inflated === 'string') return refuse('damaged', inflated, link);
  const checksum = sha256(inflated).subarray(0, checksumBytes);
  if (!checksum.every((byte, i) => byte === bytes[i])) return refuse('damaged', 'checksum', link);
  return open(inflated, link);
}

function inflate(deflated: Uint8Array, dictionary: Uint8Array): Uint8Array | MustTextKey {
  try {
    // Writes past a given buffer are dropped, so one byte more than allowed is all that a bomb can fill.
    const inflated = inflateSync(deflated, { out: new Uint8Array(mostInflatedBytes + 1), dictionary });
    return inflated.length > mostInflatedBytes ? 'linkTooLong' : inflated;
  } catch (error) {
    const unexpectedEnd = 0;
    if ((error as { code?: unknown }).code === unexpectedEnd) return 'linkCut';
    return error instanceof RangeError ? 'linkTooLong' : 'checksum';
  }
}

function open(inflated: Uint8Array, link: string): OpenedLink {
  let content: unknown;
  try {
    content = JSON.parse(strFromU8(inflated));
  } catch {
    return refuse('damaged', 'checksum', link);
  }
  if (!isObject(content)) return refuse('damaged', 'link', link);
  const { engineVersion, headline, selected } = content;
  const plain = headline === null || typeof headline === 'number' || typeof headline === 'string';
  const isNamed = selected === undefined || selected === null || typeof selected === 'string';
  if (typeof engineVersion !== 'string' || !plain || !isNamed) return refuse('damaged', 'link', link);
  const parsed = checkDocument(content['document']);
  return parsed.ok ? { ...parsed, engineVersion, headline, ...(selected === undefined ? {} : { selected }) } : parsed;
}

function refuse(code: ProblemCode, key: MustTextKey, got: string): Refused {
  const values = key === 'newerLink' ? { known: `${container}.${codec}` } : key === 'linkTooLong' ? { size: mostInflatedBytes } : undefined;
  return { ok: false, problems: [problemAt([], { code, must: mustText(key, values), got: got.slice(0, 80) })] };
}
