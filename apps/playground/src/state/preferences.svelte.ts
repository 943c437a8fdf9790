import { getContext } from 'svelte';
import { firstEn, type FirstWords, type Language, type Words } from '@percall/report';
import { anew } from './anew.ts';
import type { Store } from './savedWork.ts';

export type Theme = 'light' | 'dark' | 'system';
/** Ways to show where the cost may lie. */
export const views = ['dots', 'density', 'histogram', 'cumulative'] as const;
export type View = (typeof views)[number];

/** The English that a first answer is said in comes with the page. The rest of it is fetched after that answer, and the other language when somebody reads it. */
const wordsOf: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await anew(() => import('@percall/report/english'))).en,
  ar: async () => (await anew(() => import('@percall/report/arabic'))).ar,
};
const key = 'percall.preferences';

/** How a person likes the page: kept in the browser, never in a link. */
export class Preferences {
  #spoken = $state.raw<{ readonly language: Language; readonly first: FirstWords; readonly words: Words | null }>({
    language: 'en',
    first: firstEn,
    words: null,
  });
  /** What is kept: words that could not be fetched today may be there tomorrow. */
  #wanted = $state<Language>('en');
  readonly language: Language = $derived(this.#spoken.language);
  /** For what may be there before the first answer, and that answer. */
  readonly firstWords: FirstWords = $derived(this.#spoken.first);
  theme = $state<Theme>('system');
  view = $state<View>('dots');
  /** A budget per contact, by currency and denominator: 7 USD per handled contact is none per resolved need. */
  budgets = $state.raw<Readonly<Record<string, number>>>({});
  /** The page speaks the language that it starts in. */
  readonly ready: Promise<void>;

  constructor(store: Store, languages: readonly string[]) {
    const kept = read(store);
    const spoken = languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
    this.ready = this.speak(isLanguage(kept['language']) ? kept['language'] : (spoken ?? 'en'));
    this.theme = kept['theme'] === 'light' || kept['theme'] === 'dark' ? kept['theme'] : 'system';
    this.view = views.find((view) => view === kept['view']) ?? 'dots';
    this.budgets = amountsIn(kept['budgets']);
    $effect.root(() => {
      $effect(() => {
        const { theme, view, budgets } = this;
        Object.assign(document.documentElement, { lang: this.language, dir: this.firstWords.direction });
        if (theme === 'system') delete document.documentElement.dataset['theme'];
        else document.documentElement.dataset['theme'] = theme;
        try {
          store.setItem(key, JSON.stringify({ language: this.#wanted, theme, view, budgets }));
        } catch {
          // A full store loses a preference, not work.
        }
      });
    });
  }

  /** Sets a budget; null: there is none any more. */
  setBudget(of: string, budget: number | null): void {
    const others = Object.entries(this.budgets).filter(([each]) => each !== of);
    this.budgets = Object.fromEntries(budget === null ? others : [...others, [of, budget]]);
  }

  /** For what is fetched after the first answer, with `toSay`. */
  get words(): Words {
    if (this.#spoken.words === null) throw new Error('Something came before its words.');
    return this.#spoken.words;
  }

  /** Fetches something that says more than a first answer, and the words for it. Rejects where either cannot be fetched. */
  async toSay<T>(fetched: Promise<T>): Promise<T> {
    const [part] = await Promise.all([fetched, this.#fetchRest()]);
    return part;
  }

  async #fetchRest(): Promise<void> {
    if (this.#spoken.words !== null) return;
    const words = await wordsOf[this.language]();
    // The first words stay the objects that they are: nothing that says them is drawn anew.
    if (this.#spoken.words === null) this.#spoken = { ...this.#spoken, words };
  }

  /** Changes the language once its words are there. Where they cannot be fetched, the page speaks on as it does. */
  async speak(language: Language): Promise<void> {
    this.#wanted = language;
    if (language === this.language) return;
    try {
      const words = await wordsOf[language]();
      if (this.#wanted === language) this.#spoken = { language, first: words, words };
    } catch {
      // Without a network.
    }
  }
}

const isLanguage = (tag: unknown): tag is Language => tag === 'en' || tag === 'ar';

const amountsIn = (kept: unknown): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(typeof kept === 'object' && kept !== null ? kept : {}).filter(([, amount]) => Number.isFinite(amount) && amount >= 0),
  );

function read(store: Store): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Where components find it: given to the page when it is mounted. */
export const preferencesKey = Symbol('Preferences');
export const usePreferences = (): Preferences => getContext<Preferences>(preferencesKey);
