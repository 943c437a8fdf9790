import type { Control } from '@percall/scenario';
import type { Words } from '@percall/report';

/** Controls under one heading. */
export interface InputGroup {
  readonly key: string;
  readonly title: string;
  readonly controls: readonly Control[];
}

/** Runs of controls that stand under the same groups of the document and are about the same subject, titled by both. */
export function groupsOf(controls: readonly Control[], words: Words): readonly InputGroup[] {
  const groups: { key: string; title: string; controls: Control[] }[] = [];
  for (const control of controls) {
    const key = `${control.subject ?? ''} ${control.within.join(' ')}`;
    const known = groups.find((group) => group.key === key);
    if (known) known.controls.push(control);
    else groups.push({ key, title: titleOf(control, words), controls: [control] });
  }
  return groups;
}

function titleOf({ subject, within }: Control, words: Words): string {
  const all = within.map((pattern) => words.field(pattern).label);
  // "Handle time" adds nothing in front of "Handle time, phone".
  const labels = all.filter((label, index) => !all[index + 1]?.startsWith(label));
  return [...(subject === null ? [] : [subject]), ...labels].join(words.page.separator);
}
