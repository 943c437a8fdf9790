import type { Results } from '@percall/core';
import { headline, type Headline } from './sentence.ts';
import type { Setting } from './setting.ts';
import type { Words } from './words/words.ts';

/** How a place shows a headline and a name: as plain text, or as Markdown. */
export interface Saying {
  readonly say: (spoken: Headline) => string;
  readonly name: (text: string) => string;
}

/** The headline of the baseline where it stands alone, else of each variant, under its name: a paragraph each. */
export function sentences({ scenarios }: Results, setting: Setting, words: Words, { say, name }: Saying): string {
  const [baseline, ...variants] = scenarios;
  return (variants.length === 0 ? [baseline!] : variants)
    .map((scenario) => `${variants.length === 0 ? '' : `${name(scenario.name)}: `}${say(headline(scenario, baseline!, setting, words))}\n`)
    .join('\n');
}
