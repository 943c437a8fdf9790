import type { kpiGlossary } from '@percall/core';
import { markdownText } from './markdown.ts';
import { kpiName } from './kpiName.ts';
import type { Words } from './words/words.ts';

type KpiGlossaryEntry = (typeof kpiGlossary)[number];

/** The reference of KPIs as Markdown: one section each, from the definitions that are computed. */
export function glossaryMarkdown(entries: readonly KpiGlossaryEntry[], words: Words): string {
  const { title, introduction, terms, better, unit, counted } = words.glossary;
  const sections = entries.flatMap((entry) => {
    const { pattern, unit: kpiUnit, better: which, source } = entry;
    const { numerator, denominator, rule } = counted(entry);
    return [
      `## \`${pattern}\``,
      '',
      `**${markdownText(kpiName(pattern.replace('[.CONTACTTYPE]', ''), words))}** (${[unit[kpiUnit], better[which]].filter((part) => part !== '').join(words.sentence.semicolon)}). ${markdownText(rule)}`,
      '',
      `- ${terms.numerator}: ${markdownText(numerator)}`,
      `- ${terms.denominator}: ${markdownText(denominator)}`,
      `- ${terms.source}: ${markdownText(source)}`,
      '',
    ];
  });
  return [`# ${title}`, '', ...introduction.flatMap((paragraph) => [paragraph, '']), ...sections].join('\n');
}
