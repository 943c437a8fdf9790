import { isolated } from '../src/words/isolated.ts';
import type { WorkWords } from '../src/words/pageWork.ts';

/** What the words of kept, shared and reported work can say, by sample values for every function. */
export function workSaid(words: WorkWords): Readonly<Record<string, readonly string[]>> {
  const name = 'Plan B';
  const counts = [0, 1, 2, 3, 11, 100, 1234];
  return {
    'work.actionOn': [words.actionOn(words.rename, name)],
    'work.nameOf': [words.nameOf(name)],
    // A name of the document's own, which no mark of direction may enter.
    'work.copyName': [words.copyName('الخطة')],
    'work.changedAt': [words.changedAt('14:05')],
    'work.cameTo': [words.cameTo(words.report, isolated('5.61'))],
    'work.deleted': [words.deleted(name)],
    'work.foreign': counts.map(words.foreign),
    'work.fileRefused': [words.fileRefused('plan.yaml')],
    'work.qrOf': counts.map(words.qrOf),
    'work.qrTooLong': counts.map((count) => words.qrTooLong(count, 2953)),
  };
}
