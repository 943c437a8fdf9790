import { isObject, type Json, type Parsed, type ScenarioDocument } from '@percall/scenario';
import { variantNames, type Work } from './work.ts';

/** Where the browser keeps things: `localStorage`, or nothing at all where it may not be used. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keys = {
  work: 'percall.work',
  earlier: 'percall.earlier',
  unreadable: 'percall.unreadable',
  unreadableEarlier: 'percall.unreadable-earlier',
} as const;

/** What a study came to when all of its futures were in: the headline as links say it, with what it is of. */
export interface KeptHeadline {
  readonly text: string;
  /** Scenarios in the order of the figures, baseline first. */
  readonly scenarios: readonly string[];
  /** The denominator. */
  readonly per: string;
}

/** Whether a tab that opens now would find something, which has to be checked then. */
export const isAnythingSaved = (store: Store): boolean => [keys.work, keys.earlier].some((key) => store.getItem(key) !== null);

/** What is known of a document besides: when it was changed last, in milliseconds since 1970, and what it came to. */
interface Remark {
  readonly changed: number | null;
  readonly headline: KeptHeadline | null;
}

/** A study that is kept beside the present one. */
export interface KeptStudy extends Work, Remark {
  /** The tab whose present work it was when another tab saved over it: that tab's next one takes its place. */
  readonly tab?: string;
}

/**
 * What one tab keeps in storage, beside others that do the same. None saves over what another has saved: it is put among the earlier works
 * first. Text that does not read (damaged, or written by a later version) is put aside under a key of its own before anything can be written
 * over it; in a list that reads otherwise, an entry that does not stays where it is, for the build that wrote it.
 *
 * Version 1 has gained keys since: builds that do not know them read the rest, and what the older ones wrote reads without them.
 */
export class SavedWork {
  /** As the tab found it. null: nothing saved, or nothing that this build reads. */
  readonly work: Work | null;
  /** Studies beside the present one, newest first. */
  earlier: readonly KeptStudy[];
  /** Entries of the list that this build does not read. */
  foreign: number;
  /** Something saved did not read; it was put aside, untouched. */
  readonly unreadable: boolean;

  readonly #store: Store;
  readonly #check: (document: unknown) => Parsed;
  readonly #now: () => number;
  readonly #remarks = new WeakMap<ScenarioDocument, Remark>();
  readonly #tab = crypto.getRandomValues(new Uint32Array(2)).join('-');
  /** The present work's text when this tab read or wrote it last: another text is another tab's. */
  #seen: string | null;
  /** What this tab saved last, and whether it is kept where another has saved over it. */
  #own: Work | null = null;
  #isOwnKept = false;
  /** Earlier works that there was no room for the last time. */
  #unwritten: readonly KeptStudy[] = [];

  /** @param check of documents, asked only where something is in storage that this tab has not put there */
  constructor(store: Store, check: (document: unknown) => Parsed, now: () => number = Date.now) {
    this.#store = store;
    this.#check = check;
    this.#now = now;
    const text = store.getItem(keys.work);
    this.#seen = text;
    const work = text === null ? null : this.#studyOf(decoded(text));
    if (work !== null) this.#remarks.set(work.document, work);
    this.work = work && { document: work.document, selected: work.selected };
    const isWorkLost = text !== null && work === null;
    // Where there is no room to put it aside, it stays where it is until something is saved over it; the page says that it does not read.
    if (isWorkLost) written(store, keys.unreadable, text);
    const list = store.getItem(keys.earlier);
    const isListLost = list !== null && !Array.isArray(decoded(list));
    if (isListLost) written(store, keys.unreadableEarlier, list);
    const { studies, foreign } = this.#stored();
    this.earlier = studies;
    this.foreign = foreign.length;
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
    const remark = this.#remarkOn(work.document);
    const next = JSON.stringify({ version: 1, document: work.document, selected: work.selected, ...remark, tab: this.#tab });
    if (!written(this.#store, keys.work, next)) return false;
    this.#seen = next;
    this.#own = work;
    this.#isOwnKept = false;
    return true;
  }

  /** Puts a work that another takes the place of among the earlier ones, and takes that other from them. False where there is no room. */
  keep(work: Work, other: Work | null): boolean {
    const isTaken = (each: Work): boolean => isSame(each, work) || isSame(other, each);
    return this.#saveEarlier([this.#study(work), ...this.#others().filter((each) => !isTaken(each))]);
  }

  /** Says what a work came to, and keeps that with it where it is the present one. */
  remark(work: Work, headline: KeptHeadline): void {
    this.#remarks.set(work.document, { ...this.#remarkOn(work.document), headline });
    // Of what another tab has saved since, this tab says nothing.
    if (this.#own?.document === work.document && this.#store.getItem(keys.work) === this.#seen) this.save(this.#own);
  }

  /** Puts another study in the place of one of the earlier ones, by place the same; null takes it away. False where there is no room. */
  replace(study: KeptStudy, next: Work | null): boolean {
    const others = this.#others();
    const at = others.findIndex((each) => isSame(each, study));
    const instead = next === null ? [] : [this.#study(next)];
    // Gone from the list in another tab: what takes its place is kept all the same.
    return this.#saveEarlier(at < 0 ? [...instead, ...others] : [...others.slice(0, at), ...instead, ...others.slice(at + 1)]);
  }

  /** Puts a study among the earlier ones: right before another, or else last. False where there is no room. */
  insert(work: Work, before: Work | null): boolean {
    const others = this.#others();
    const found = before === null ? -1 : others.findIndex((each) => isSame(each, before));
    const at = found < 0 ? others.length : found;
    return this.#saveEarlier([...others.slice(0, at), this.#study(work), ...others.slice(at)]);
  }

  /** Another tab has written under that key: takes over its list, and keeps what this tab had saved where the other has saved since. */
  hear(key: string | null): void {
    const own = this.#own;
    const text = this.#store.getItem(keys.work);
    const isSavedOver =
      own !== null && !this.#isOwnKept && text !== this.#seen && (text === null || !isSame(this.#studyOf(decoded(text)), own));
    if (key !== keys.earlier && !isSavedOver) return;
    const { studies, foreign } = this.#stored();
    this.earlier = studies;
    this.foreign = foreign.length;
    if (!isSavedOver) return;
    this.#isOwnKept =
      this.earlier.some((each) => isSame(each, own)) || this.#saveEarlier([{ ...this.#study(own), tab: this.#tab }, ...this.#others()]);
  }

  /** Keeps what another tab has saved since, if it is another work than the one that is about to be saved. */
  #keepOther(text: string, work: Work): boolean {
    const other = this.#studyOf(decoded(text));
    if (other === null) return written(this.#store, keys.unreadable, text);
    if (isSame(other, work)) return true;
    const isLater = ({ tab }: KeptStudy): boolean => tab !== undefined && tab === other.tab;
    return this.#saveEarlier([other, ...this.#others().filter((each) => !isLater(each) && !isSame(each, other))]);
  }

  /** The list as storage has it now, and its entries that this build does not read, untouched. */
  #stored(): { readonly studies: readonly KeptStudy[]; readonly foreign: readonly Json[] } {
    const list = decoded(this.#store.getItem(keys.earlier) ?? '[]');
    const entries = Array.isArray(list) ? (list as readonly Json[]) : [];
    const read = entries.map((entry) => ({ entry, study: this.#read(entry) }));
    const studies = read.flatMap(({ study }) => study ?? []);
    return { studies, foreign: read.flatMap(({ entry, study }) => (study === null ? [entry] : [])) };
  }

  /** Entries that were read before, by their text: to check a document takes some milliseconds, and the list is read at every change of it. */
  readonly #known = new Map<string, KeptStudy | null>();

  #read(entry: Json): KeptStudy | null {
    const text = JSON.stringify(entry);
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const study = this.#studyOf(entry);
    if (study !== null) this.#remarks.set(study.document, study);
    this.#known.set(text, study);
    return study;
  }

  /** The earlier works as storage has them now, and those that it had no room for; but for this tab's own: it has gone on from that. */
  #others(): readonly KeptStudy[] {
    const { studies } = this.#stored();
    const missing = this.#unwritten.filter((each) => !studies.some((other) => isSame(other, each)));
    return [...missing, ...studies].filter(({ tab }) => tab !== this.#tab);
  }

  /** A saved study, its document checked like a typed one; null where it does not read. What is missing or odd beside the document is left out. */
  #studyOf(saved: Json): KeptStudy | null {
    if (!isObject(saved) || saved['version'] !== 1) return null;
    const parsed = this.#check(saved['document']);
    if (!parsed.ok) return null;
    const { document } = parsed;
    const { selected, tab, changed } = saved;
    const known = typeof selected === 'string' && variantNames(document).includes(selected);
    return {
      document,
      selected: known ? selected : null,
      changed: typeof changed === 'number' && Number.isFinite(changed) ? changed : null,
      headline: headlineOf(saved['headline']),
      ...(typeof tab === 'string' ? { tab } : {}),
    };
  }

  #saveEarlier(list: readonly KeptStudy[]): boolean {
    const { foreign } = this.#stored();
    const entries = list.map((each) => ({ version: 1, ...each }));
    const isKept = written(this.#store, keys.earlier, JSON.stringify([...entries, ...foreign]));
    this.#known.clear();
    entries.forEach((entry, place) => this.#known.set(JSON.stringify(entry), list[place]!));
    this.#unwritten = isKept ? [] : list;
    this.earlier = list;
    return isKept;
  }

  /** A work with what is known of it; what nothing is known of was changed just now. */
  #study = ({ document, selected }: Work): KeptStudy => ({ document, selected, ...this.#remarkOn(document) });

  #remarkOn(document: ScenarioDocument): Remark {
    const known = this.#remarks.get(document);
    if (known !== undefined) return { changed: known.changed, headline: known.headline };
    const remark: Remark = { changed: this.#now(), headline: null };
    this.#remarks.set(document, remark);
    return remark;
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

function headlineOf(saved: Json | undefined): KeptHeadline | null {
  if (saved === undefined || !isObject(saved)) return null;
  const { text, scenarios, per } = saved;
  const isNamed = Array.isArray(scenarios) && scenarios.every((name) => typeof name === 'string');
  return typeof text === 'string' && typeof per === 'string' && isNamed ? { text, scenarios: scenarios, per } : null;
}

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
