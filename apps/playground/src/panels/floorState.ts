import { countsOff, floorParts, kpiName, type Setting, type FirstWords } from '@percall/report';
import type { Answer, Phase } from '../state/answers.svelte.ts';

/** How far an answer has got, for a mark beside the words. */
export type FloorProgress = 'instant' | 'refining' | 'done';

export interface FloorState {
  readonly text: string;
  readonly progress: FloorProgress;
  /** Futures that the exact floor has run, of those it runs; null: it is not at work. */
  readonly exact: { readonly done: number; readonly of: number } | null;
}

/** Which floor the page's answer comes from and what is still to come, in words. `place`: the scenario that the page speaks of. */
export function floorStateOf(answer: Answer | null, phase: Phase, place: number, setting: Setting | null, words: FirstWords): FloorState {
  const { page } = words;
  const { floors } = page.day;
  if (phase.kind === 'refused' || phase.kind === 'failed') return { text: page.keepsLastAnswer, progress: 'instant', exact: null };
  const { exact } = phase;
  if (phase.kind === 'computing' || answer === null || setting === null) {
    const text = exact === null ? page.computing : floors.computingExact(exact.done, exact.of);
    return { text, progress: 'instant', exact };
  }
  const { used } = answer.results.scenarios[0]!.floor;
  const { kind, replications: done, of } = phase;
  // Before all of its futures are in, the instant floor has its own to count.
  const correcting = used !== 'calls' && done === of ? exact : null;
  if (kind === 'refining')
    return correcting === null
      ? { text: floors.refining(used, done, of), progress: 'instant', exact: null }
      : { text: floors.correcting(used, correcting.done, correcting.of), progress: 'refining', exact: correcting };
  if (kind === 'stopped' && correcting === null) return { text: floors.stopped(used, done, of), progress: 'instant', exact: null };
  if (kind === 'stopped' && used === 'erlang') return { text: floors.uncorrected(of), progress: 'instant', exact: null };
  const off = countsOff(answer.results.scenarios[place]!);
  const text = settledText(answer, place, setting, words) + (off === null ? '' : floors.countsOff(off, used === 'erlang'));
  return { text, progress: used === 'erlang' ? 'instant' : 'done', exact: null };
}

function settledText({ results, replications }: Answer, place: number, setting: Setting, words: FirstWords): string {
  const { floors } = words.page.day;
  const { used, exactReplications, correction } = floorParts(results, setting, words, place);
  if (used === 'erlang') return floors.instantAlone(replications);
  if (used === 'calls') return floors.exactAlone(replications);
  return floors.corrected({
    futures: replications,
    exact: exactReplications,
    headline: words.sentence.floorName(kpiName(`cpc.${setting.headline}`, words)),
    moved: correction,
    currency: setting.currency,
  });
}
