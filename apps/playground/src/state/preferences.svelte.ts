import { getContext } from 'svelte';
import { ar, en, type Language, type Words } from '@percall/report';
import type { Store } from './savedWork.ts';

export type Theme = 'light' | 'dark' | 'system';
export type View = 'dots' | 'density';

const words: Readonly<Record<Language, Words>> = { en, ar };
const key = 'percall.preferences';

/** How a person likes the page: kept in the browser, never in a link. */
export class Preferences {
  language = $state<Language>('en');
  theme = $state<Theme>('system');
  view = $state<View>('dots');
  readonly words: Words = $derived(words[this.language]);

  constructor(store: Store, languages: readonly string[]) {
    const kept = read(store);
    const spoken = languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
    this.language = isLanguage(kept['language']) ? kept['language'] : (spoken ?? 'en');
    this.theme = kept['theme'] === 'light' || kept['theme'] === 'dark' ? kept['theme'] : 'system';
    this.view = kept['view'] === 'density' ? 'density' : 'dots';
    $effect.root(() => {
      $effect(() => {
        const { language, theme, view } = this;
        const { lang, dir } = { lang: language, dir: words[language].direction };
        Object.assign(document.documentElement, { lang, dir });
        if (theme === 'system') delete document.documentElement.dataset['theme'];
        else document.documentElement.dataset['theme'] = theme;
        try {
          store.setItem(key, JSON.stringify({ language, theme, view }));
        } catch {
          // A full store loses a preference, not work.
        }
      });
    });
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
