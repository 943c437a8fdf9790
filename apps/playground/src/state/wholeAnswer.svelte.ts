import type { Answer } from './answers.svelte.ts';
import type { Need, Playground } from './playground.svelte.ts';

/** The answer of all scenarios with all their figures, once all futures are in: asked for as long as the component that calls this is there. */
export function wholeAnswer(playground: Playground, need: Need): { readonly current: Answer | null } {
  $effect(() => {
    playground.need(need, true);
    return () => playground.need(need, false);
  });
  return {
    get current() {
      return playground.complete?.whole ? playground.complete : null;
    },
  };
}
