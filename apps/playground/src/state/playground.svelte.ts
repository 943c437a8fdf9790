import { getContext, untrack } from 'svelte';
import type { OpenedLink, Parsed, Problem, ScenarioDocument } from '@percall/scenario';
import { firstEn, linkHeadline } from '@percall/report';
import type { Question } from '../desk/desk.ts';
import type { Answer, Answers } from './answers.svelte.ts';
import type { Centre } from './centres.ts';
import { back, forth, startHistory, step, type History } from './history.ts';
import { KeptStudies } from './keptStudies.svelte.ts';
import type { LateCheck } from './lateCheck.ts';
import { SavedWork, type KeptHeadline, type Store } from './savedWork.ts';
import { opened, variantNames, type Edit, type Work } from './work.ts';

/** What is said once above the page, until it is dismissed. */
export type Notice =
  | { readonly kind: 'linkRefused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'linkOpened'; readonly document: ScenarioDocument; readonly engineVersion: string; readonly headline: string | null }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'fileRefused'; readonly file: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'fileOpened'; readonly document: ScenarioDocument }
  /** A part of the page that is not in the browser yet could not be fetched. */
  | { readonly kind: 'notFetched' }
  | { readonly kind: 'notSaved' };

/**
 * What shows all variants, or figures beyond the usual: the table, the denominators, those side by side, the share link (it says what each came to), a link that
 * was opened (to compare), the report.
 */
export type Need = 'figures' | 'denominators' | 'compare' | 'share' | 'link' | 'report';

/**
 * The state of the page and its one writer. Every change of the work goes through `update` (or undo, redo, open), which checks the document, keeps
 * history, saves and asks for an answer: none of these can be forgotten.
 */
export class Playground {
  #history = $state.raw<History<Work>>(null!);
  /** Studies beside the present one. */
  readonly studies: KeptStudies;
  notice = $state.raw<Notice | null>(null);
  readonly work = $derived(this.#history.present);
  readonly canUndo = $derived(this.#history.past.length > 0);
  readonly canRedo = $derived(this.#history.future.length > 0);
  /** Works that another took the place of, newest first. */
  get earlier(): readonly Work[] {
    return this.studies.list;
  }
  /** The answer to the present work, once all of its futures are in. */
  readonly complete: Answer | null = $derived.by(() => {
    const { answer, phase } = this.answers;
    return phase.kind === 'settled' && answer?.document === this.work.document ? answer : null;
  });
  /** What the present work comes to. */
  readonly headline: KeptHeadline | null = $derived(this.complete && headlineOf(this.complete));

  readonly answers: Answers;
  readonly #late: LateCheck;
  readonly #saved: SavedWork;
  /** What the check warned of, by document that was edited here or came checked: a check is not made twice for one step of a slider. */
  readonly #warnings = new WeakMap<ScenarioDocument, readonly Problem[]>();
  /** What needs all variants at the moment. */
  readonly #needs: Record<Need, boolean> = {
    figures: false,
    denominators: false,
    compare: false,
    share: false,
    link: false,
    report: false,
  };

  /**
   * @param late has to be there where anything is in the store
   * @param first what opens where neither a saved work nor a link does
   */
  constructor(answers: Answers, late: LateCheck, store: Store, first: Centre, link: OpenedLink | null = null) {
    this.answers = answers;
    this.#late = late;
    const saved = new SavedWork(store, late.check);
    this.#saved = saved;
    this.studies = new KeptStudies(saved, late.check);
    if (saved.unreadable) this.notice = { kind: 'unreadable' };
    this.#warnings.set(first.document, first.checked);
    this.#history = startHistory(saved.work ?? opened(first.document));
    const compiled = saved.work === null ? first.compiled : null;
    if (link === null || !this.openLink(link)) this.answers.askAnew({ ...this.#question(), ...(compiled && { compiled }) });
    $effect.root(() => {
      $effect(() => {
        if (this.headline !== null) this.studies.remark(this.work, this.headline);
      });
    });
  }

  /** Fetches something that changes the work, and the check that changes go through. Rejects where either cannot be fetched. */
  async toEdit<T>(fetched: Promise<T>): Promise<T> {
    const [part] = await Promise.all([fetched, this.#late.fetch()]);
    return part;
  }

  /** Of edits and openings that are being fetched. */
  #underWay = $state(0);
  /** Something was pressed that is being fetched: what is shown is not of it yet. */
  get isBusy(): boolean {
    return this.#underWay > 0;
  }

  /** `toEdit` for what was pressed: the answer is busy until it is here. */
  async toMake<T>(fetched: Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await this.toEdit(fetched);
    } finally {
      this.#underWay -= 1;
    }
  }

  /** `update` by an edit that is fetched first. */
  async edit(made: (edits: typeof import('./edits.ts')) => Edit): Promise<readonly Problem[]> {
    const edits = await this.toMake(import('./edits.ts')).catch(() => null);
    if (edits !== null) return this.update(made(edits));
    this.say({ kind: 'notFetched' });
    return [];
  }

  /**
   * Changes the work. Problems: nothing has changed, and these say why. Another document needs the check: `toEdit`.
   *
   * @param gesture names a drag or a run of key presses, which is one step for undo
   */
  update(edit: Edit, gesture: string | null = null): readonly Problem[] {
    return untrack(() => {
      const { document, selected, refused = [] } = edit(this.work);
      if (refused.length > 0) return refused;
      if (document === this.work.document) {
        if (selected === this.work.selected) return [];
        this.#become({ ...this.#history, present: { ...this.work, selected } });
        if (!this.#isAsked()) this.answers.ask(this.#question());
        return [];
      }
      const checked = this.#late.check(document);
      if (!checked.ok) return checked.problems;
      this.#warnings.set(checked.document, checked.warnings);
      const goesOn = gesture !== null && gesture === this.#history.gesture;
      this.#become(step(this.#history, { document: checked.document, selected }, gesture), goesOn);
      // What the link showed was of another document.
      this.#needs.link = false;
      this.answers.ask(this.#question());
      return [];
    });
  }

  undo(): void {
    this.#goTo(back(this.#history));
  }

  redo(): void {
    this.#goTo(forth(this.#history));
  }

  /** Opens another study; the present one is kept among the earlier ones and one undo away. */
  open(document: ScenarioDocument, selected?: string | null): void {
    this.#takePlace(document, selected, null);
  }

  openCentre({ document, checked }: Centre): void {
    this.#warnings.set(document, checked);
    this.open(document);
  }

  /** Takes up the work that the present one took the place of. */
  reopen(work: Work): void {
    this.#takePlace(work.document, work.selected, work);
  }

  /** Opens what a file says. A file that cannot be opened says why and leaves everything as it is. */
  openFile(file: string, parsed: Parsed): boolean {
    if (!parsed.ok) {
      this.notice = { kind: 'fileRefused', file, problems: parsed.problems };
      return false;
    }
    this.open(parsed.document);
    if (this.#isKept) this.notice = { kind: 'fileOpened', document: parsed.document };
    return true;
  }

  /** Another tab has written into the storage, under that key: none of the works that both have is lost. */
  async hear(key: string | null): Promise<void> {
    await this.#late.fetch();
    this.#saved.hear(key);
    this.studies.refresh();
  }

  /** @param other which is no longer one of the earlier ones */
  #takePlace(document: ScenarioDocument, selected: string | null | undefined, other: Work | null): void {
    this.#keepWork(other);
    const work = opened(document);
    const known = selected !== undefined && (selected === null || variantNames(document).includes(selected));
    this.#become(step(this.#history, known ? { document, selected } : work, null));
    this.answers.askAnew(this.#question());
  }

  /**
   * Opens what a link carries. A link that cannot be opened says why and leaves everything as it is.
   *
   * @returns whether the page now shows the link's document
   */
  openLink(link: OpenedLink): boolean {
    if (!link.ok) {
      this.notice = { kind: 'linkRefused', problems: link.problems };
      return false;
    }
    this.#needs.link = true;
    this.open(link.document, link.selected);
    const headline = link.headline === null ? null : String(link.headline);
    // That the work before it could not be kept matters more.
    if (this.#isKept) this.notice = { kind: 'linkOpened', document: link.document, engineVersion: link.engineVersion, headline };
    return true;
  }

  /** Says something above the page. */
  say(notice: Notice): void {
    this.notice = notice;
  }

  dismiss(): void {
    this.notice = null;
    this.#needs.link = false;
  }

  /** Says that something shows all variants, or does so no more. */
  need(what: Need, isNeeded: boolean): void {
    this.#needs[what] = isNeeded;
    if (!this.#isAsked()) this.answers.ask(this.#question());
  }

  #question(): Question {
    const checked = this.#warnings.get(this.work.document);
    return { ...this.work, ...(checked && { checked }), whole: Object.values(this.#needs).includes(true) };
  }

  /** Whether the last question covers the present one: what is asked in between would be answered over it. */
  #isAsked(): boolean {
    const last = this.answers.question;
    const { document, selected, whole } = this.#question();
    return last !== null && last.document === document && (last.whole || (!whole && last.selected === selected));
  }

  #goTo(history: History<Work>): void {
    if (history === this.#history) return;
    this.#become(history);
    this.answers.askNow(this.#question());
  }

  /** False: the work that was displaced last has its only copy where the present one would be saved, and stays there. */
  #isKept = true;

  /** Of a drag, what is saved within half a second: to write it takes the page's thread longer than to check it. */
  #toSave: ReturnType<typeof setTimeout> | undefined;

  /** Saved when the answer has been asked for, in the same turn: nothing can come between, and the answer comes a little sooner. */
  #become(history: History<Work>, goesOn = false): void {
    this.#history = history;
    if (goesOn) this.#toSave ??= setTimeout(() => this.saveRest(), 500);
    else void this.#save();
  }

  /** Saves what is not saved yet of a drag, as when the page may be about to go. */
  saveRest(): void {
    if (this.#toSave !== undefined) void this.#save();
  }

  /** Before the check is there, when it is: what another tab has saved meanwhile is read first. */
  async #save(): Promise<void> {
    clearTimeout(this.#toSave);
    this.#toSave = undefined;
    const history = this.#history;
    const isChecked = await this.#late.fetch().then(
      () => true,
      () => false,
    );
    if (!this.#isKept) return;
    if (this.#history === history && !(isChecked && this.#saved.save(history.present))) this.notice = { kind: 'notSaved' };
    this.studies.refresh();
  }

  /** A centre or a link as it was opened, unchanged, can be had again and is not kept. */
  #keepWork(other: Work | null): void {
    if (this.#history.past.length === 0 && this.#saved.isUntouched) return;
    this.#isKept = this.#saved.keep(this.work, other);
    this.studies.refresh();
    if (!this.#isKept) this.notice = { kind: 'notSaved' };
  }
}

/** In one language whatever the page speaks, as in links: it is named and worded where it is read. */
function headlineOf(answer: Answer): KeptHeadline {
  const { setting } = answer;
  const { scenarios } = answer.results;
  return { text: linkHeadline(answer.results, setting, firstEn), scenarios: scenarios.map(({ name }) => name), per: setting.headline };
}

/** What a document calls itself. */
export const nameOf = (document: ScenarioDocument): string => (typeof document['name'] === 'string' ? document['name'] : '');

/** Where components find it: given to the page when it is mounted. */
export const playgroundKey = Symbol('Playground');
export const usePlayground = (): Playground => getContext<Playground>(playgroundKey);
