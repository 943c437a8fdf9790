import { getContext } from 'svelte';
import { en, type Language, type Words } from '@percall/report';
import type { Store } from './savedWork.ts';

export type Theme = 'light' | 'dark' | 'system';
export type View = 'dots' | 'density';

/** English comes with the page; the other language is fetched when somebody reads it. */
const wordsOf: Readonly<Record<Language, () => Words | Promise<Words>>> = {
  en: () => en,
  ar: async () => (await import('@percall/report/arabic')).ar,
};
const key = 'percall.preferences';

/** How a person likes the page: kept in the browser, never in a link. */
export class Preferences {
  #spoken = $state.raw<{ readonly language: Language; readonly words: Words }>({ language: 'en', words: en });
  /** What is kept: words that could not be fetched today may be there tomorrow. */
  #wanted = $state<Language>('en');
  readonly language: Language = $derived(this.#spoken.language);
  readonly words: Words = $derived(this.#spoken.words);
  theme = $state<Theme>('system');
  view = $state<View>('dots');
  /** The page speaks the language that it starts in. */
  readonly ready: Promise<void>;

  constructor(store: Store, languages: readonly string[]) {
    const kept = read(store);
    const spoken = languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
    this.ready = this.speak(isLanguage(kept['language']) ? kept['language'] : (spoken ?? 'en'));
    this.theme = kept['theme'] === 'light' || kept['theme'] === 'dark' ? kept['theme'] : 'system';
    this.view = kept['view'] === 'density' ? 'density' : 'dots';
    $effect.root(() => {
      $effect(() => {
        const { theme, view } = this;
        Object.assign(document.documentElement, { lang: this.language, dir: this.words.direction });
        if (theme === 'system') delete document.documentElement.dataset['theme'];
        else document.documentElement.dataset['theme'] = theme;
        try {
          store.setItem(key, JSON.stringify({ language: this.#wanted, theme, view }));
        } catch {
          // A full store loses a preference, not work.
        }
      });
    });
  }

  /** Changes the language once its words are there. Where they cannot be fetched, the page speaks on as it does. */
  async speak(language: Language): Promise<void> {
    this.#wanted = language;
    try {
      const words = await wordsOf[language]();
      if (this.#wanted === language) this.#spoken = { language, words };
    } catch {
      // Without a network.
    }
  }
}

const isLanguage = (tag: unknown): tag is Language => tag === 'en' || tag === 'ar';

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
