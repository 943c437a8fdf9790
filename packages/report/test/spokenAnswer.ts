import type { AnswerWords } from '../src/words/pageAnswer.ts';

/** What the words of the answer can say, by sample values for every function. `denominator` and `period` are words of the language. */
export function answerSaid(words: AnswerWords, denominator: string, period: string): Readonly<Record<string, readonly string[]>> {
  const name = 'Plan B';
  const parts = { name, low: '6.45', median: '6.82', high: '7.21' };
  const counts = [0, 1, 2, 3, 11, 100];
  const { budget, reference, difference, table, denominators, strip } = words;
  const said: Readonly<Record<string, readonly string[]>> = {
    total: [words.total('412,000 USD', null), words.total('412,000 USD', '431,000 USD')],
    'histogram.explain': [8, 80].map(words.histogram.explain),
    'histogram.summary': [words.histogram.summary(parts)],
    'cumulative.summary': [words.cumulative.summary(parts)],
    'budget.box': [budget.box(denominator)],
    'budget.slider': [budget.slider(denominator)],
    'budget.mark': [budget.mark('7.00')],
    'budget.dots': counts.map((dots) => budget.dots({ name, dots, of: 50, budget: '7.00 USD' })),
    'budget.chance': counts.map((futures) => budget.chance({ name, futures, budget: '7.00 USD' })),
    'budget.both': counts.map((dots) => budget.both({ name, dots, of: 50, futures: dots })),
    'budget.spoken': [budget.spoken('7.00 USD', [budget.both({ name, dots: 31, of: 50, futures: 62 })])],
    'reference.mark': [reference.mark('7.16')],
    'reference.note': [reference.note('7.16 USD')],
    'reference.below': [reference.below('7.16 USD')],
    'reference.above': [reference.above('7.16 USD')],
    'difference.title': [difference.title(name)],
    'difference.explain': [difference.explain(50)],
    'difference.cheaper': counts.map(difference.cheaper),
    'difference.axis': [difference.axis('USD', denominator)],
    'difference.summary': [difference.summary({ ...parts, dots: 48, of: 50, futures: 97 })],
    'table.quantile': [5, 50, 95].map(table.quantile),
    'table.within': [table.within('7.00 USD')],
    'table.futures': counts.map(table.futures),
    'denominators.contacts': [denominators.contacts(name, period)],
    'denominators.costPer': [denominators.costPer(name, 'USD')],
    'denominators.total': [denominators.total('USD', period)],
    'strip.more': counts.map(strip.more),
  };
  return Object.fromEntries(Object.entries(said).map(([key, texts]) => [`inAnswer.${key}`, texts]));
}
