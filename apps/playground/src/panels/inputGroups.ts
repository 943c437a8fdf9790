import type { Choice, Control } from '@percall/scenario';
import type { Words } from '@percall/report';

/** Inputs under one heading. */
export interface InputGroup {
  readonly key: string;
  readonly title: string;
  readonly inputs: readonly (Control | Choice)[];
}

/** Inputs that stand under the same groups of the document and are about the same subject, titled by both. */
export function groupsOf(inputs: readonly (Control | Choice)[], words: Words): readonly InputGroup[] {
  const groups: { key: string; title: string; inputs: (Control | Choice)[] }[] = [];
  for (const input of inputs) {
    const key = `${input.subject ?? ''} ${input.within.join(' ')}`;
    const known = groups.find((group) => group.key === key);
    if (known) known.inputs.push(input);
    else groups.push({ key, title: titleOf(input, words), inputs: [input] });
  }
  return groups;
}

function titleOf({ subject, within }: Control | Choice, words: Words): string {
  const all = within.map((pattern) => words.field(pattern).label);
  // "Handle time" adds nothing in front of "Handle time, phone".
  const labels = all.filter((label, index) => !all[index + 1]?.startsWith(label));
  return [...(subject === null ? [] : [words.named(subject)]), ...labels].join(words.page.separator);
}
