import type { Choice, Control } from '@percall/scenario';
import type { Words } from '@percall/report';
import { aroundInWords } from '../controls/inWords.ts';

/** Inputs under one heading. */
export interface InputGroup {
  readonly key: string;
  readonly title: string;
  readonly inputs: readonly (Control | Choice)[];
}

/** Inputs that stand under the same groups of the document and are about the same names, titled by both. */
export function groupsOf(inputs: readonly (Control | Choice)[], words: Words): readonly InputGroup[] {
  const groups: { key: string; title: string; inputs: (Control | Choice)[] }[] = [];
  for (const input of inputs) {
    const key = JSON.stringify([input.names, input.within]);
    const known = groups.find((group) => group.key === key);
    if (known) known.inputs.push(input);
    else groups.push({ key, title: aroundInWords(input, words), inputs: [input] });
  }
  return groups;
}
