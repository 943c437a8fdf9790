const suffix = ' (cross-skilled)';

/**
 * What the engine calls the cross-skilled part of a group: `desk (cross-skilled)`, and with a number where the document has that name already. An
 * identifier, the same in every language: draws, ledger lines and rows go by it. Reports say it in words (`crossSkilledOf`).
 */
export function crossSkilledName(group: string, taken: ReadonlySet<string>): string {
  const wanted = `${group}${suffix}`;
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted} ${number}`;
  return name;
}

/** The group that a name made by `crossSkilledName` is of, and its number, 1 where it has none; null: another name. */
export function crossSkilledOf(name: string): { readonly group: string; readonly number: number } | null {
  const match = /^(.+) \(cross-skilled\)(?: (\d+))?$/s.exec(name);
  return match && { group: match[1]!, number: Number(match[2] ?? 1) };
}
