import { dayShapes } from './calendar/dayShapes.ts';
import type { Json } from './document.ts';
import type { Quantity } from './problem.ts';
import { durationUnits } from './units/duration.ts';
import { basisExamples, basisSpellings, type BasisKind } from './units/basis.ts';
import type { LeafDescription } from './schema/description.ts';
import { fields, type Field } from './schema/leafDescriptions.ts';
import { limits } from './schema/limits.ts';
import { nodeOf, type Node } from './schema/nodes.ts';

/** A Markdown table with padded columns, as prettier leaves it. */
function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((title, column) => Math.max(3, title.length, ...escaped.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...escaped.map(line)].join('\n');
}

const code = (value: Json): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

const kinds: Readonly<Record<Quantity, string>> = {
  duration: 'duration',
  share: 'share',
  multiplier: 'factor',
  points: 'points',
  count: 'count',
  number: 'number',
  money: 'money',
  cost: 'cost',
};

function bounds({ support: { lower, upper } }: LeafDescription): string {
  if (Number.isFinite(upper)) return Number.isFinite(lower) ? `, ${lower} to ${upper}` : `, at most ${upper}`;
  return lower > 0 ? `, at least ${lower}` : '';
}

function kindOf(node: Node): string {
  switch (node.kind) {
    case 'cost':
      return `cost ${basisExamples(node.description.bases!).join(', ')}; e.g. ${code(node.description.example)}`;
    case 'leaf':
      return `${kinds[node.description.quantity]}${node.description.quantity === 'share' ? '' : bounds(node.description)}, e.g. ${code(node.description.example)}`;
    case 'list':
      return node.single ? `${kindOf(nodeOf(node.item))}, or a list` : 'list';
    case 'choice':
      return node.names.map(code).join(', ');
    case 'number':
      return `${node.whole ? 'whole number' : 'number'}, ${Number.isFinite(node.high) ? `${node.low} to ${node.high}` : `at least ${node.low}`}`;
    case 'flag':
      return '`true`, `false`';
    case 'special':
      return `e.g. ${code(node.spelling)}`;
    case 'table':
      return 'entries by name';
    case 'group':
      return node.shorthand === null ? 'fields' : `fields, or ${code(node.shorthand)} alone`;
    case 'either':
      return kindOf(nodeOf(node.options[0]));
    default:
      return node.kind;
  }
}

function defaultOf(node: Node): string {
  switch (node.kind) {
    case 'leaf':
    case 'cost':
      return node.required ? 'required' : node.description.default == null ? 'none' : code(node.description.default);
    case 'choice':
    case 'number':
    case 'text':
    case 'flag':
    case 'date':
      return node.required ? 'required' : node.default === null ? 'none' : code(node.default);
    case 'list':
      return 'none';
    case 'special':
    case 'table':
      return node.required ? 'required' : '';
    default:
      return '';
  }
}

const row = ({ pattern, words, node }: Field): string[] => [code(pattern), `${words.label}. ${words.help}`, kindOf(node), defaultOf(node)];

const everyBasis: readonly BasisKind[] = [
  'period',
  'seat',
  'fte',
  'paidHour',
  'contact',
  'call',
  'chat',
  'minute',
  'session',
  'attempt',
  'hire',
  'once',
];

/** The reference page of the document, generated from the schema. */
export function documentReference(): string {
  const all = fields();
  const top = all.filter(({ depth }) => depth === 1);
  const plain = top.filter(
    ({ pattern }) => !all.some((field) => field.depth > 1 && field.pattern.startsWith(`${pattern}.`)) && pattern !== 'variants',
  );
  const parts = top.filter((field) => !plain.includes(field));
  const head = ['Path', 'What it is', 'Value', 'Default'];
  const sections = parts.map((part) => {
    const inside = all.filter(({ pattern }) => pattern.startsWith(`${part.pattern}.`) || pattern.startsWith(`${part.pattern}[]`));
    return `## ${part.words.label}\n\n\`${part.pattern}\`: ${part.words.help}\n\n${markdownTable(head, inside.map(row))}`;
  });
  const shapes = Object.entries(dayShapes).map(([name, hours]) => [code(name), hours.join(' ')]);
  return `# The document

A scenario is one document, in YAML or JSON. This page is generated from the schema that checks it; an editor completes a document with
[the JSON Schema](scenario.schema.json). In a path, \`*\` stands for a name that the document chooses and \`[]\` for the items of a list.

## How numbers are written

${markdownTable(
  ['Quantity', 'Written', 'Read as'],
  [
    ['duration', '`5m40s`, `345 s`, `3 min`, `1h30`, `1 day`, `6 weeks`, `0:05:40`; a bare number only if it is 0', 'seconds'],
    ['share', '`12%`, `0.12`', 'fraction'],
    ['points', '`3 points`, `-0.5 points`', 'difference of fractions: 3 points = 0.03'],
    ['factor', '`x1.1`, `+10%`, `-8%`, `1.1`; `10%` without a sign is refused', '1.1, 1.1, 0.92, 1.1'],
    [
      'count',
      '`120000`, `120k`, `1.2M`, `120,000`, `120 000`; a volume also `120k per month`, `28k/week`',
      'number; a volume per the `period`',
    ],
    ['number', '`0.9`, `90%`', 'number'],
    ['money', '`60000`, `60k`, `USD 60,000`', 'currency units'],
    ['cost', 'an amount and its basis: `17 per h`, `12000 per month`, `110 per seat per month`, `0.012 per minute`', 'amount and basis'],
  ],
)}

At most: ${(['count', 'money', 'duration', 'multiplier'] as const).map((quantity) => `a ${quantity === 'multiplier' ? 'factor' : quantity} of ${limits[quantity].spelled}`).join(', ')}.

Units of time: ${durationUnits.map(code).join(', ')}. Year = 365.25 days, quarter = year / 4, month = year / 12.

Bases of costs: ${basisSpellings(everyBasis).map(code).join(', ')}; \`/\` may stand for \`per\`. Each cost takes those that mean something for
it, named below; minutes are those of telephony, a call is a contact, and chats are what \`costs.chat\` counts.

A volume may name its period, in every way of writing a number: \`120k per month\`, \`28k/week\`, \`1.4M calls per year\`, \`120k ±8% per month\`. It is then
for that one, whatever the \`period\` of the document: results are stated over that. A volume that names none is for the document's, and where another
\`period\` is set from outside a warning says what it means now. One number is for one period: beside values that name another than the document's
none may go without; what follows a \`±\`, and \`sd\`, are in the unit of the values.

A staircase is \`{amount: 12000 per month, perStarted: 50 seats}\`: paid for every started 50 seats; its amount is per period, per seat or once.

Arabic-Indic and Persian digits are read with their own decimal, thousands and percent signs. A currency code may stand before or after an
amount if it is the document's.

## Numbers that are not certain

Any number may be written in one of these ways; a plain number is certain.

${markdownTable(
  ['Written', 'Meaning'],
  [
    ['`{low: 110k, likely: 120k, high: 132k}`', 'P10, P50 and P90: a J-QPD within the bounds of the field'],
    ['`120k ±8%`', 'the same, 8% below and above; shares take points: `33% ±2.6 points`'],
    ['`{normal: {mean: 5 min, sd: 30 s}}`, `{lognormal: ...}`', 'mean and standard deviation'],
    ['`{beta: {mean: 62%, sd: 5 points}}`', 'between the bounds of the field, or `lower` and `upper`'],
    ['`{triangular: {low, likely, high}}`, `{pert: ...}`', 'least, most likely and greatest value'],
    ['`{uniform: {low, high}}`', 'all values alike'],
    ['`{metalog: {10%: 4 min, 50%: 5 min, 90%: 8 min}}`', 'three or more quantiles'],
    ['`{observed: [310 s, 345 s, 362 s]}`', 'one of the listed values'],
    ['`{value: 78%, source: measured, note: survey of May}`', 'where it comes from: measured, estimated, benchmark, illustrative'],
  ],
)}

\`source\` and \`note\` may also stand beside \`low\`, \`likely\` and \`high\` or a family.

## Variants and paths

A variant changes the baseline: \`changes\` maps a path to its new value. The value replaces whatever stands there; \`null\` removes it. A path is
the keys joined by \`.\`; a key with odd characters is quoted (\`variants."IVR verification"\`); items of a list go by their name, else by position
(\`[0]\`). Two changes of one variant may not overlap. What all variants share (horizon, period, currency, correlations, seed, replications)
cannot be changed.

\`extends: preset:NAME\` starts from a preset: objects merge, \`null\` removes what the preset has, anything else replaces.

## Top level

${markdownTable(head, plain.map(row))}

${sections.join('\n\n')}

## Shapes of the day

Relative intensity at each full hour from 00:00 to 23:00, straight lines between; cut to the open hours and normalised.

${markdownTable(['Name', 'At 00:00, 01:00, ... 23:00'], shapes)}
`;
}
