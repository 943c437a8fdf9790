import type { Choice, Control } from '@percall/scenario';
import type { Words } from '@percall/report';

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
    else groups.push({ key, title: titleOf(input, words), inputs: [input] });
  }
  return groups;
}

function titleOf({ names: [subject, ...further], within }: Control | Choice, words: Words): string {
  const all = within.map((pattern) => words.field(pattern).label);
  // "Handle time" adds nothing in front of "Handle time, phone".
  const labels = all.filter((label, index) => !all[index + 1]?.startsWith(label));
  const names = (some: readonly string[]): readonly string[] => some.map((name) => words.named(name));
  // A skill is of a group, in a contact type: "desk · Skills · billing".
  return [...names(subject === undefined ? [] : [subject]), ...labels, ...names(further)].join(words.page.separator);
}
