import type { kpiGlossary } from '@percall/core';
import { markdownText } from './markdown.ts';
import { kpiName, splitKpiId } from './kpiName.ts';
import type { Words } from './words/words.ts';

type KpiGlossaryEntry = (typeof kpiGlossary)[number];

/** The reference of KPIs as Markdown: one section each, from the definitions that are computed; channels that count alike share one. */
export function glossaryMarkdown(entries: readonly KpiGlossaryEntry[], words: Words): string {
  const { title, introduction, terms, better, unit, counted } = words.glossary;
  const sections = alike(entries).flatMap((group) => {
    const [entry] = group;
    const { unit: kpiUnit, better: which, source } = entry!;
    const { numerator, denominator, rule } = counted(entry!);
    return [
      `## ${group.map(({ pattern }) => `\`${pattern}\``).join(', ')}`,
      '',
      `**${markdownText(nameOf(group, words))}** (${[unit[kpiUnit], better[which]].filter((part) => part !== '').join(words.sentence.semicolon)}). ${markdownText(rule)}`,
      '',
      `- ${terms.numerator}: ${markdownText(numerator)}`,
      `- ${terms.denominator}: ${markdownText(denominator)}`,
      `- ${terms.source}: ${markdownText(source)}`,
      '',
    ];
  });
  return [`# ${title}`, '', ...introduction.flatMap((paragraph) => [paragraph, '']), ...sections].join('\n');
}

const idOf = ({ pattern }: KpiGlossaryEntry): string => pattern.replace('[.CONTACTTYPE]', '');

/** Entries of one KPI on several channels that say the same, each with the next. */
function alike(entries: readonly KpiGlossaryEntry[]): KpiGlossaryEntry[][] {
  const groups: KpiGlossaryEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const key = (each: KpiGlossaryEntry): string => JSON.stringify({ ...each, pattern: splitKpiId(idOf(each)).kpi });
    if (last !== undefined && key(last[0]!) === key(entry)) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** The name with its channel, or without one where several share it. */
const nameOf = (group: readonly KpiGlossaryEntry[], words: Words): string => {
  const id = idOf(group[0]!);
  return group.length === 1 ? kpiName(id, words) : (words.kpi[splitKpiId(id).kpi] ?? id);
};
