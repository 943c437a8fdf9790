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

/** A kept work, and the tab whose present work it was when another tab saved over it: that tab's next one takes its place. */
interface Kept extends Work {
  readonly tab?: string;
}

/**
 * What one tab keeps in storage, beside others that do the same. None saves over what another has saved: it is put among the earlier works
 * first. Text that does not read (written by a later version, or damaged) is put aside under a key of its own before anything can be written
 * over it.
 */
export class SavedWork {
  /** As the tab found it. null: nothing saved, or nothing that this build reads. */
  readonly work: Work | null;
  /** Works that another took the place of, newest first. */
  earlier: readonly Work[];
  /** Something saved did not read; it was put aside, untouched. */
  readonly unreadable: boolean;

  readonly #store: Store;
  readonly #tab = crypto.getRandomValues(new Uint32Array(2)).join('-');
  /** The present work's text when this tab read or wrote it last: another text is another tab's. */
  #seen: string | null;
  /** What this tab saved last, and whether it is kept where another has saved over it. */
  #own: Work | null = null;
  #isOwnKept = false;
  /** Earlier works that there was no room for the last time. */
  #unwritten: readonly Kept[] = [];

  constructor(store: Store) {
    this.#store = store;
    const text = store.getItem(keys.work);
    this.#seen = text;
    const work = text === null ? null : workOf(decoded(text));
    this.work = work && withoutTab(work);
    const isWorkLost = text !== null && work === null;
    // Where there is no room to put it aside, it stays where it is until something is saved over it; the page says that it does not read.
    if (isWorkLost) written(store, keys.unreadable, text);
    const list = store.getItem(keys.earlier);
    const works = worksOf(list);
    const isListLost = works.includes(null);
    if (isListLost) written(store, keys.unreadableEarlier, list!);
    this.earlier = works.filter((each) => each !== null);
    this.unreadable = isWorkLost || isListLost;
  }

  /** Whether this tab found nothing and has saved nothing. */
  get isUntouched(): boolean {
    return this.work === null && this.#own === null;
  }

  /** Saves the present work. False where the browser has no room, or keeps nothing. */
  save(work: Work): boolean {
    const text = this.#store.getItem(keys.work);
    if (text !== null && text !== this.#seen && !this.#keepOther(text, work)) return false;
    const next = JSON.stringify({ version: 1, document: work.document, selected: work.selected, tab: this.#tab });
    if (!written(this.#store, keys.work, next)) return false;
    this.#seen = next;
    this.#own = work;
    this.#isOwnKept = false;
    return true;
  }

  /** Puts a work that another takes the place of among the earlier ones, and takes that other from them. False where there is no room. */
  keep(work: Work, other: Work | null): boolean {
    const isTaken = (each: Work): boolean => isSame(each, work) || isSame(other, each);
    return this.#saveEarlier([withoutTab(work), ...this.#others().filter((each) => !isTaken(each))]);
  }

  /** Another tab has written under that key: takes over its list, and keeps what this tab had saved where the other has saved since. */
  hear(key: string | null): void {
    const own = this.#own;
    const text = this.#store.getItem(keys.work);
    const isSavedOver = own !== null && !this.#isOwnKept && text !== this.#seen && (text === null || !isSame(workOf(decoded(text)), own));
    if (key !== keys.earlier && !isSavedOver) return;
    this.earlier = this.#stored();
    if (!isSavedOver) return;
    this.#isOwnKept = this.earlier.some((each) => isSame(each, own)) || this.#saveEarlier([{ ...own, tab: this.#tab }, ...this.#others()]);
  }

  /** Keeps what another tab has saved since, if it is another work than the one that is about to be saved. */
  #keepOther(text: string, work: Work): boolean {
    const other = workOf(decoded(text));
    if (other === null) return written(this.#store, keys.unreadable, text);
    if (isSame(other, work)) return true;
    const isLater = ({ tab }: Kept): boolean => tab !== undefined && tab === other.tab;
    return this.#saveEarlier([other, ...this.#others().filter((each) => !isLater(each) && !isSame(each, other))]);
  }

  #stored(): readonly Kept[] {
    return worksOf(this.#store.getItem(keys.earlier)).filter((each) => each !== null);
  }

  /** The earlier works as storage has them now, and those that it had no room for; but for this tab's own: it has gone on from that. */
  #others(): readonly Kept[] {
    const stored = this.#stored();
    const missing = this.#unwritten.filter((each) => !stored.some((other) => isSame(other, each)));
    return [...missing, ...stored].filter(({ tab }) => tab !== this.#tab);
  }

  #saveEarlier(works: readonly Kept[]): boolean {
    const list = works.slice(0, mostEarlier);
    const isKept = written(this.#store, keys.earlier, JSON.stringify(list.map((each) => ({ version: 1, ...each }))));
    this.#unwritten = isKept ? [] : list;
    this.earlier = list;
    return isKept;
  }
}

/** False where the browser has no room, or keeps nothing. */
function written(store: Store, key: string, text: string): boolean {
  try {
    store.setItem(key, text);
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

/** The works of a saved list; null for each that does not read. */
function worksOf(list: string | null): readonly (Kept | null)[] {
  const entries = decoded(list ?? '[]');
  return (Array.isArray(entries) ? (entries as Json[]) : [null]).map(workOf);
}

/** A saved work, checked like a typed one. */
function workOf(saved: Json): Kept | null {
  if (!isObject(saved) || saved['version'] !== 1) return null;
  const parsed = checkDocument(saved['document']);
  if (!parsed.ok) return null;
  const { selected, tab } = saved;
  const known = typeof selected === 'string' && variantNames(parsed.document).includes(selected);
  return { document: parsed.document, selected: known ? selected : null, ...(typeof tab === 'string' ? { tab } : {}) };
}

const withoutTab = ({ document, selected }: Kept): Work => ({ document, selected });

const isSame = (one: Work | null, other: Work): boolean => JSON.stringify(one?.document) === JSON.stringify(other.document);

/** Keeps nothing: for browsers that forbid storage. */
export function noStore(): Store {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
