import { checkDocument, isObject, type Json } from '@percall/scenario';
import { variantNames, type Work } from './work.ts';

/** Where the browser keeps things: `localStorage`, or nothing at all where it may not be used. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keys = {
  work: 'percall.work',
  earlier: 'percall.earlier',
  unreadable: 'percall.unreadable',
  unreadableEarlier: 'percall.unreadable-earlier',
} as const;

/** Works kept beside the present one: what a link or a centre took the place of. */
const mostEarlier = 20;

export interface Saved {
  /** null: nothing saved, or nothing that this build reads. */
  readonly work: Work | null;
  /** Newest first. */
  readonly earlier: readonly Work[];
  /** Something saved did not read; it was put aside, untouched. */
  readonly unreadable: boolean;
}

/**
 * Reads what was saved. Text that does not read (written by a later version, or damaged) is put aside under a key of its own before
 * anything can be written over it.
 */
export function readSaved(store: Store): Saved {
  const text = store.getItem(keys.work);
  const work = text === null ? null : workOf(decoded(text));
  const isWorkLost = text !== null && work === null;
  if (isWorkLost) putAside(store, keys.unreadable, text);
  const list = store.getItem(keys.earlier);
  const entries = decoded(list ?? '[]');
  const works = (Array.isArray(entries) ? (entries as Json[]) : [null]).map(workOf);
  const isListLost = list !== null && works.includes(null);
  if (isListLost) putAside(store, keys.unreadableEarlier, list);
  return { work, earlier: works.filter((each) => each !== null), unreadable: isWorkLost || isListLost };
}

/** Where there is no room to put it aside, it stays where it is until something is saved over it; the page says that it does not read. */
function putAside(store: Store, key: string, text: string): void {
  try {
    store.setItem(key, text);
  } catch {
    // Nothing more can be done here: a page without this text is still a page.
  }
}

/** False where the browser has no room, or keeps nothing. */
export function saveWork(store: Store, { document, selected }: Work): boolean {
  return written(store, keys.work, { version: 1, document, selected });
}

export function saveEarlier(store: Store, earlier: readonly Work[]): boolean {
  return written(
    store,
    keys.earlier,
    earlier.slice(0, mostEarlier).map(({ document, selected }) => ({ version: 1, document, selected })),
  );
}

function written(store: Store, key: string, value: Json): boolean {
  try {
    store.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function decoded(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** A saved work, checked like a typed one. */
function workOf(saved: Json): Work | null {
  if (!isObject(saved) || saved['version'] !== 1) return null;
  const parsed = checkDocument(saved['document']);
  if (!parsed.ok) return null;
  const selected = saved['selected'];
  const known = typeof selected === 'string' && variantNames(parsed.document).includes(selected);
  return { document: parsed.document, selected: known ? selected : null };
}

/** Keeps nothing: for browsers that forbid storage. */
export function noStore(): Store {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
