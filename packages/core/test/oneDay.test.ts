import { readFileSync } from 'node:fs';
import { interpret, parseScenario } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { agentFields, agentOffset, countFields, countOffset, createOutcome, type Outcome } from '../src/floor/outcome.ts';
import { sumTotals, totalsLayout } from '../src/floor/totals.ts';
import { kpisOf } from '../src/kpis/kpisOf.ts';
import { ledgerLines } from '../src/ledger/ledgerLines.ts';
import { priceTotals } from '../src/ledger/priceTotals.ts';
import { asTyped, compileModel } from '../src/model/compileModel.ts';
import type { Model } from '../src/model/model.ts';

const page = readFileSync(new URL('../../../docs/background/one-day.md', import.meta.url), 'utf8');

type Row = Readonly<Record<string, string>>;

/** The `index`-th table under a heading, as rows by column name. */
function table(heading: string, index = 0): readonly Row[] {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`the page must have a section ${heading}`);
  const tables = section.split(/\n(?!\|)/).filter((text) => text.trimStart().startsWith('|'));
  const [header, , ...body] = tables[index]!.trim().split('\n').map(cells);
  return body.map((row) => Object.fromEntries(header!.map((name, column) => [name, row[column]!])));
}

const cells = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Seconds from midnight of `hh:mm:ss`. */
function clock(text: string): number {
  const [hours, minutes, seconds] = text.split(':').map(Number);
  return hours! * 3600 + minutes! * 60 + seconds!;
}

const opens = clock('08:00:00');
const closes = clock('09:00:00');
const intervalSeconds = 1800;
const agents = 2;
const ivrSeconds = 30;
const afterContactSeconds = 30;
const thresholdSeconds = 20;
const intervalOf = (seconds: number): number => Math.floor((seconds - opens) / intervalSeconds);

interface Draw {
  readonly name: string;
  readonly patience: number;
  readonly handleTime: number;
  readonly resolves: boolean;
  readonly next: { readonly name: string; readonly after: number } | null;
}

interface Contact {
  readonly name: string;
  readonly asksAt: number;
  readonly waits: number;
  readonly outcome: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly resolved: boolean;
}

/** What the customers bring, as the page has it: the calls that reach an agent's queue, and a draw for every contact. */
function readCustomers(): {
  readonly arrivals: readonly { readonly at: number; readonly name: string }[];
  readonly draws: readonly Draw[];
} {
  const attempts = table('What the customers bring', 1).map((row) => ({ row, name: `${row['customer']} (${row['contact']})` }));
  const draws = attempts.map(({ row, name }, at): Draw => {
    const after = row['if not, calls again after (s)']!;
    return {
      name,
      patience: Number(row['patience (s)']),
      handleTime: Number(row['handle time (s)']),
      resolves: row['need resolved'] === 'yes',
      next: after === 'never' ? null : { name: attempts[at + 1]!.name, after: Number(after) },
    };
  });
  const arrivals = table('What the customers bring')
    .filter((row) => row['IVR'] !== 'contained')
    .map((row) => ({ at: clock(row['calls at']!) + ivrSeconds, name: `${row['customer']} (first)` }));
  return { arrivals, draws };
}

const readContacts = (): readonly Contact[] =>
  table('The contact log').map((row) => ({
    name: row['contact']!,
    asksAt: clock(row['asks at']!),
    waits: Number(row['waits (s)']),
    outcome: row['outcome']!,
    from: row['handled from'] === '-' ? null : clock(row['handled from']!),
    to: row['handled to'] === '-' ? null : clock(row['handled to']!),
    resolved: row['need resolved'] === 'yes',
  }));

/**
 * The day second by second, with no queueing code of the engine's: first come, first served, longest idle agent first. At one second
 * completions come before abandonments, and these before arrivals.
 */
function replay({ arrivals, draws }: ReturnType<typeof readCustomers>): { log: Contact[]; events: Row[] } {
  const drawOf = new Map(draws.map((draw) => [draw.name, draw]));
  const due = [...arrivals];
  const queue: { draw: Draw; asksAt: number }[] = [];
  const desks: { busy: Contact | null; idleSince: number }[] = Array.from({ length: agents }, () => ({ busy: null, idleSince: opens }));
  const log: Contact[] = [];
  const events: Row[] = [];
  const happened = (at: number, event: string): void => {
    const text = [at / 3600, (at / 60) % 60, at % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
    const [first, second] = desks.map(({ busy }) => busy?.name.split(' ')[0] ?? 'idle');
    events.push({ time: text, event, queue: String(queue.length), 'agent 1': first!, 'agent 2': second! });
  };
  const tryAgain = (draw: Draw, at: number): void => {
    if (draw.next) due.push({ at: at + draw.next.after + ivrSeconds, name: draw.next.name });
  };
  const answer = (at: number): string | null => {
    const [desk] = desks.filter(({ busy }) => busy === null).sort((a, b) => a.idleSince - b.idleSince);
    if (desk === undefined || queue.length === 0) return null;
    const { draw, asksAt } = queue.shift()!;
    const { name, handleTime, resolves } = draw;
    desk.busy = { name, asksAt, waits: at - asksAt, outcome: 'handled', from: at, to: at + handleTime, resolved: resolves };
    log.push(desk.busy);
    return name;
  };
  for (let at = opens; at < closes || desks.some(({ busy }) => busy !== null); at++) {
    for (const desk of desks) {
      if (desk.busy?.to !== at) continue;
      const { name, resolved } = desk.busy;
      desk.busy = null;
      desk.idleSince = at;
      if (!resolved) tryAgain(drawOf.get(name)!, at);
      const next = answer(at);
      happened(at, next === null ? `${name} ends` : `${name} ends, ${next} next`);
    }
    for (const waiting of [...queue]) {
      if (at - waiting.asksAt < waiting.draw.patience) continue;
      queue.splice(queue.indexOf(waiting), 1);
      const { name } = waiting.draw;
      log.push({ name, asksAt: waiting.asksAt, waits: at - waiting.asksAt, outcome: 'abandoned', from: null, to: null, resolved: false });
      tryAgain(waiting.draw, at);
      happened(at, `${name} gives up`);
    }
    for (const { name } of due.filter((arrival) => arrival.at === at && at < closes)) {
      queue.push({ draw: drawOf.get(name)!, asksAt: at });
      answer(at);
      happened(at, `${name} asks`);
    }
  }
  return { log: log.sort((a, b) => a.asksAt - b.asksAt), events };
}

/** Agents scheduled so that two are on the floor, by the page's division: 2 / (1 - 25%) / 80%. */
const scheduled = agents / (1 - 0.25) / 0.8;

/** Counts the log by the page's rules. Interval of arrival for contacts, interval of work for agents' seconds. */
function tally(contacts: readonly Contact[]): Outcome {
  const outcome = createOutcome({ intervals: 2, contactTypes: 1, channels: 1, groups: 1 });
  const { shape, counts, agentSeconds } = outcome;
  const count = (field: (typeof countFields)[number], at: number, amount = 1): void => {
    counts[countOffset(shape, field) + intervalOf(at)]! += amount;
  };
  const work = (field: (typeof agentFields)[number], interval: number, seconds: number): void => {
    agentSeconds[agentOffset(shape, field) + interval]! += seconds;
  };
  for (const row of table('What the customers bring')) {
    const at = clock(row['calls at']!);
    count('needs', at);
    count('ivrEntered', at);
    count('ivrSeconds', at, ivrSeconds);
    if (row['self-service'] !== 'not tried') count('selfServiceTried', at);
    if (row['IVR'] === 'contained') {
      count('contained', at);
      count('resolvedNeeds', at);
    }
  }
  const answered = new Set<string>();
  for (const { name, asksAt, waits, outcome: end, from, to, resolved } of contacts) {
    count('offered', asksAt);
    count('waitSecondsAll', asksAt, waits);
    if (!name.endsWith('(first)')) count('ivrSeconds', asksAt, ivrSeconds);
    if (name.endsWith('(redial)')) count('redials', asksAt);
    if (name.endsWith('(repeat)')) count('repeats', asksAt);
    if (end === 'abandoned') {
      count('abandoned', asksAt);
      if (waits <= thresholdSeconds) count('abandonedShort', asksAt);
      continue;
    }
    count('handled', asksAt);
    count('waitSecondsAnswered', asksAt, waits);
    count('handleSeconds', asksAt, to! - from!);
    count('afterContactSeconds', asksAt, afterContactSeconds);
    if (waits <= thresholdSeconds) count('answeredWithinThreshold', asksAt);
    const customer = name.split(' ')[0]!;
    if (!answered.has(customer)) {
      count('handledFirst', asksAt);
      if (resolved) count('resolvedFirst', asksAt);
    }
    answered.add(customer);
    if (resolved) count('resolvedNeeds', asksAt);
    for (let second = from!; second < to!; second++) {
      if (second < closes) work('handling', intervalOf(second), 1);
      else work('overtime', 1, 1);
    }
  }
  for (let interval = 0; interval < 2; interval++) {
    const seconds = scheduled * intervalSeconds;
    const overtime = agentSeconds[agentOffset(shape, 'overtime') + interval]!;
    work('paid', interval, seconds + overtime);
    work('shrinkage', interval, seconds * 0.25);
    work('schedulingLoss', interval, seconds * 0.75 * 0.2);
    work('idle', interval, agents * intervalSeconds - agentSeconds[agentOffset(shape, 'handling') + interval]!);
  }
  return outcome;
}

/** The page's document as the engine's model; every number in it is certain, so its central values are its world. */
function readModel(): { model: Model; leaves: Float64Array } {
  const parsed = parseScenario(/```yaml\n([\s\S]*?)```/.exec(page)![1]!);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  const { name, scenario } = interpret(parsed.document).scenarios[0]!;
  const model = compileModel(name, scenario, asTyped(1));
  for (const { path, distribution } of model.leaves) expect(distribution.family, path).toBe('certain');
  return { model, leaves: Float64Array.from(model.leaves, ({ central }) => central) };
}

function price(contacts: readonly Contact[]) {
  const { model, leaves } = readModel();
  const layout = totalsLayout(model);
  const totals = new Float64Array(layout.length);
  sumTotals(model, tally(contacts), new Float64Array(2).fill(scheduled), totals, 0);
  const lines = ledgerLines(model);
  const ledger = new Float64Array(lines.length);
  const totalCost = priceTotals(model, leaves, totals, 0, ledger);
  return { row: 0, allocation: [], satisfied: new Float64Array(0), model, layout, totals, lines, ledger, totalCost };
}

/** The page's amounts are exact in cents; sums of a few doubles of this size are exact to far less than a millionth of one. */
const toThePenny = 8;

describe('one day by hand (docs/background/one-day.md)', () => {
  it('what happens: a replay second by second writes the page’s events and contact log', () => {
    const { log, events } = replay(readCustomers());
    expect(events).toEqual(table('What happens'));
    expect(log).toEqual(readContacts());
  });

  it('handle times are what the page says they are made of', () => {
    for (const row of table('What the customers bring', 1)) {
      const numbers = row['because']!.match(/(?<![\d.])\d+(?![\d.])/g)?.map(Number) ?? [];
      const sign = row['because']!.includes('less') ? -1 : 1;
      if (numbers.length > 1) expect(numbers.at(-2)! + sign * numbers.at(-1)!).toBe(Number(row['handle time (s)']));
    }
  });

  it('counts and agent seconds: counting the log fills the page’s tables, and nothing else', () => {
    const outcome = tally(readContacts());
    const sections = [
      { rows: table('Counts'), key: 'count', fields: countFields, values: outcome.counts },
      { rows: table('Agent seconds'), key: 'seconds', fields: agentFields, values: outcome.agentSeconds },
    ];
    for (const { rows, key, fields, values } of sections) {
      const shown = new Map(rows.map((row) => [row[key]!, [row['from 08:00'], row['from 08:30'], row['day']].map(Number)]));
      fields.forEach((field, at) => {
        const [first, second] = [values[2 * at]!, values[2 * at + 1]!];
        const expected = shown.get(field) ?? [0, 0, 0];
        [first, second, first + second].forEach((value, column) => expect(value, field).toBeCloseTo(expected[column]!, toThePenny));
        shown.delete(field);
      });
      expect([...shown.keys()]).toEqual([]);
    }
  });

  it('identities: offered = handled + abandoned; paid = shrinkage + scheduling loss + handling + idle + overtime', () => {
    const of = (heading: string, key: string) => {
      const day = new Map(table(heading).map((row) => [row[key], Number(row['day'])]));
      return (name: string): number => day.get(name)!;
    };
    const count = of('Counts', 'count');
    const seconds = of('Agent seconds', 'seconds');
    expect(count('offered')).toBe(count('handled') + count('abandoned'));
    expect(seconds('paid')).toBe(
      seconds('shrinkage') + seconds('schedulingLoss') + seconds('handling') + seconds('idle') + seconds('overtime'),
    );
    expect(count('handleSeconds')).toBe(seconds('handling') + seconds('overtime'));
  });

  it('ledger: every line to the penny, in order, and the total', () => {
    const { lines, ledger, totalCost } = price(readContacts());
    const rows = table('The ledger');
    const shown = rows.slice(0, -1).map((row) => ({ line: row['line']!, usd: Number(row['USD']) }));
    const priced = lines.map(({ line }, at) => ({ line, usd: ledger[at]! }));
    expect(priced.filter(({ usd }) => usd !== 0).map(({ line }) => line)).toEqual(shown.map(({ line }) => line));
    for (const { line, usd } of shown) expect(priced.find((each) => each.line === line)!.usd, line).toBeCloseTo(usd, toThePenny);
    expect(rows.at(-1)!['line']).toBe('total');
    expect(totalCost).toBeCloseTo(Number(rows.at(-1)!['USD']), toThePenny);
  });

  it('answers: numerator, denominator and value of every KPI on the page', () => {
    const { model, ...input } = price(readContacts());
    const kpis = kpisOf(model);
    for (const row of table('The answers')) {
      const kpi = kpis.find(({ id }) => id === row['KPI'])!;
      expect(kpi, row['KPI']).toBeDefined();
      const numerator = kpi.numerator({ model, offset: 0, ...input });
      const denominator = kpi.denominator({ model, offset: 0, ...input });
      expect(numerator, kpi.id).toBeCloseTo(Number(row['numerator']), toThePenny);
      expect(denominator, kpi.id).toBeCloseTo(Number(row['denominator']), toThePenny);
      const shown = parseFloat(row['value']!);
      const value = (numerator / denominator) * (row['value']!.endsWith('%') ? 100 : 1);
      expect(Math.abs(value - shown), kpi.id).toBeLessThanOrEqual(0.005 + 1e-9);
    }
    const headline = kpis.find(({ id }) => id === 'serviceLevel.phone')!;
    expect(headline.rule).toBe('answered / offered');
  });

  it('sabotage: one contact handled 2% longer, or one second of waiting more, no longer costs 120.00', () => {
    const contacts = readContacts();
    const longer = contacts.map((contact) => (contact.name === 'Ana (repeat)' ? { ...contact, to: contact.to! + 7 } : contact));
    const later = contacts.map((contact) => (contact.name === 'Eve (first)' ? { ...contact, waits: contact.waits + 1 } : contact));
    expect(Math.abs(price(longer).totalCost - 120)).toBeGreaterThan(0.01);
    expect(Math.abs(price(later).totalCost - 120)).toBeGreaterThan(10 ** -toThePenny);
  });
});
