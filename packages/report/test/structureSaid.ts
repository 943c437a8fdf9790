import type { InputWords } from '../src/words/pageInputs.ts';
import type { StructureWords } from '../src/words/pageStructure.ts';

/** What the words of where values come from, and of what they come to, can say. */
export const sourcesSaid = (
  { source: words, ghost }: InputWords,
  named: readonly string[],
): Readonly<Record<string, readonly string[]>> => ({
  'input.ghost.comesTo': [ghost.comesTo('5m40s')],
  'input.ghost.staff': [ghost.staff('Plan B', '61.2')],
  'input.ghost.before': [ghost.before('61.2')],
  'input.source.of': named.map((source) => words.of('Plan B', source)),
  'input.source.asDocument': named.map(words.asDocument),
  'input.source.counts': [0, 1, 2, 3, 11, 100].map((count) => words.counts(count, 3)),
});

/** What the words of the structure can say, by sample values for every function. */
export function structureSaid(words: StructureWords): Readonly<Record<string, readonly string[]>> {
  const name = 'Plan B';
  return {
    'structure.newName.contactType': [1, 3].map(words.newName.contactType),
    'structure.newName.agentGroup': [1, 3].map(words.newName.agentGroup),
    'structure.newName.event': [1, 3].map(words.newName.event),
    'structure.rename': [words.rename(name)],
    'structure.duplicate': [words.duplicate(name)],
    'structure.remove': [words.remove(name)],
    'structure.nameOf': [words.nameOf(name)],
    'structure.daysOf': [words.daysOf(name)],
    'structure.addChannel': [words.addChannel(name)],
    'structure.removeChannel': [words.removeChannel(name, name)],
    'structure.removed': [words.removed(name)],
    'structure.removedWith': [1, 2, 3, 11].map((count) => words.removedWith(name, count)),
    'structure.inVariant': [words.inVariant(name, words.title)],
    'structure.parts.addOf': [words.parts.addOf(name)],
    'structure.parts.removeOf': [words.parts.removeOf(name)],
    'structure.parts.anotherLine': [words.parts.anotherLine(name)],
    'structure.written.label': [words.written.label(name)],
    'structure.written.example': [words.written.example('[1, 2]')],
    'structure.note.like': [words.note.like(name)],
  };
}
