import type { Words } from '@percall/report';

/** Something of the document that has words. */
interface Worded {
  readonly pattern: string;
  readonly names: readonly string[];
  readonly within: readonly string[];
}

/** What groups stand around it, and which names: "desk · Skills · billing". */
export function aroundInWords({ names: [subject, ...further], within }: Worded, words: Words): string {
  const all = within.map((pattern) => words.field(pattern).label);
  // "Handle time" adds nothing in front of "Handle time, phone".
  const labels = all.filter((label, index) => !all[index + 1]?.startsWith(label));
  const names = (some: readonly string[]): readonly string[] => some.map((name) => words.named(name));
  // A skill is of a group, in a contact type: "desk · Skills · billing".
  return [...names(subject === undefined ? [] : [subject]), ...labels, ...names(further)].join(words.page.separator);
}

/** Its label after what is around it: for lists without headings. */
export function wholeInWords(of: Worded, words: Words): string {
  const { label } = words.field(of.pattern);
  const within = of.within.filter((pattern) => !label.startsWith(words.field(pattern).label));
  return [aroundInWords({ ...of, within }, words), label].filter((part) => part !== '').join(words.page.separator);
}
