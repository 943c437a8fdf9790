import { readQuantity, type Problem } from '@percall/scenario';
import { Option, type Command } from 'commander';
import {
  agentsRequired,
  evaluate,
  solve,
  type Aim,
  type Centre,
  type Patience,
  type Performance,
  type Problem as ErlangProblem,
  type Question,
  type Target,
  type Unknown,
} from '@percall/erlang';
import { en, formatNumber } from '@percall/report';
import { exitCodes } from '../exitCodes.ts';
import type { Io } from '../io.ts';
import { Stop, usage } from '../stop.ts';

interface ErlangFlags {
  readonly calls?: string;
  readonly per: string;
  readonly aht?: string;
  readonly agents?: string;
  readonly patience?: string;
  readonly serviceLevel?: string;
  readonly within?: string;
  readonly abandonment?: string;
  readonly blocking?: string;
  readonly maxOccupancy?: string;
  readonly shrinkage?: string;
  readonly model?: 'a' | 'b' | 'c';
  readonly format: 'table' | 'json';
}

export function addErlang(program: Command, io: Io): void {
  program
    .command('erlang')
    .summary('Erlang B, C and A: any one unknown')
    .description(
      'One interval in a steady state by Erlang B (nobody waits), C (nobody hangs up) or A (callers have patience). What is left out of --calls, ' +
        "--aht and --agents is found; '?' asks for the patience or the threshold; with nothing left out the interval is measured.",
    )
    .option('--calls <count>', 'calls offered')
    .option('--per <duration>', 'in which they are offered', '1h')
    .option('--aht <duration>', 'average handle time, after-contact work included')
    .option('--agents <count>', 'agents on duty')
    .option('--patience <duration>', "mean time after which a caller hangs up, exponential; '?' to find it")
    .option('--service-level <share>', 'target: answered within the threshold, of those offered')
    .option('--within <duration>', "threshold of the service level (default: 20 s); '?' to find it")
    .option('--abandonment <share>', 'target: at most; with a patience')
    .option('--blocking <share>', 'target: at most; with --model b')
    .option('--max-occupancy <share>', 'target: at most')
    .option('--shrinkage <share>', 'share of paid time in which agents are not available')
    .addOption(new Option('--model <name>', 'b, c or a (default: a with a patience, else c)').choices(['b', 'c', 'a']))
    .addOption(new Option('--format <name>', 'what to write').choices(['table', 'json']).default('table'))
    .action((flags: ErlangFlags) => {
      io.stdout(answerText(answer(flags), flags.format));
    });
}

const toFind = '?';

interface Answer {
  readonly unknown: Unknown | null;
  readonly value: number | null;
  readonly centre: Centre;
  readonly performance: Performance;
  readonly targets: readonly Target[];
  /** Agents over (1 - shrinkage), and whole people; null where no shrinkage was given. */
  readonly scheduled: { readonly agents: number; readonly heads: number } | null;
}

type Quantity = Parameters<typeof readQuantity>[2];

/** A number without a unit, which a document would hold as a number. */
const plainNumber = /^[\d.]+$/;

/** Reads one flag in the units that documents are typed in. */
function read(flag: string, text: string, quantity: Quantity): number {
  const amount = readQuantity(flag, plainNumber.test(text) ? Number(text) : text, quantity);
  if (!amount.ok) throw unreadable(amount.problem);
  return amount.value;
}

const unreadable = (problem: Problem): Stop => new Stop(exitCodes.usage, 'the question cannot be read', [problem]);

/** The time in which calls are offered: it divides them. */
function readPer(text: string): number {
  const seconds = read('--per', text, 'duration');
  const must = { rule: 'above', low: 0, quantity: 'duration' } as const;
  if (seconds === 0) throw unreadable({ code: 'range', path: '--per', params: { must, got: text }, severity: 'error' });
  return seconds;
}

const readGiven = (flag: string, text: string | undefined, quantity: Quantity): number | undefined =>
  text === undefined || text === toFind ? undefined : read(flag, text, quantity);

function answer(flags: ErlangFlags): Answer {
  const calls = readGiven('--calls', flags.calls, 'count');
  const perSeconds = readPer(flags.per);
  const callsPerHour = calls === undefined ? undefined : (calls * 3600) / perSeconds;
  const ahtSeconds = readGiven('--aht', flags.aht, 'duration');
  const agents = readGiven('--agents', flags.agents, 'count');
  const thresholdSeconds = flags.within === toFind ? undefined : (readGiven('--within', flags.within, 'duration') ?? 20);
  const shrinkageFraction = readGiven('--shrinkage', flags.shrinkage, 'share');
  const model = flags.model ?? (flags.patience === undefined ? 'c' : 'a');
  const patience = patienceOf(model, flags.patience);
  const rest = model === 'b' ? { waitingPlaces: 0 } : {};
  refuseOfOtherModels(model, flags);
  const targets = targetsOf(flags);
  const schedule = (heads: number): Answer['scheduled'] => {
    if (shrinkageFraction === undefined) return null;
    if (!(shrinkageFraction < 1)) throw usage(`--shrinkage must be below 100%, not ${flags.shrinkage}`);
    const scheduled = heads / (1 - shrinkageFraction);
    // 21 / 0.7 is 30.000000000000004 in doubles, and 30 people.
    return { agents: scheduled, heads: Math.ceil(scheduled * (1 - 1e-12)) };
  };
  const open = Object.entries({
    '--calls': callsPerHour,
    '--aht': ahtSeconds,
    '--agents': agents,
    '--patience': patience,
    '--within': thresholdSeconds,
  })
    .filter(([, value]) => value === undefined)
    .map(([flag]) => flag);
  if (open.length > 1) throw usage(`leave one quantity to find, not ${open.join(', ')}`);

  if (open.length === 0) {
    const centre: Centre = {
      callsPerHour: callsPerHour!,
      ahtSeconds: ahtSeconds!,
      agents: agents!,
      thresholdSeconds: thresholdSeconds!,
      patience: patience!,
      ...rest,
    };
    const found = evaluate(centre);
    if (!found.ok) throw refusal(found.problem);
    return { unknown: null, value: null, centre, performance: found.performance, targets, scheduled: schedule(agents!) };
  }
  refuseExtremes(flags);
  if (open[0] === '--agents') {
    if (targets.length === 0) throw usage('to find --agents, set --service-level, --abandonment, --blocking or --max-occupancy');
    const centre = {
      callsPerHour: callsPerHour!,
      ahtSeconds: ahtSeconds!,
      thresholdSeconds: thresholdSeconds!,
      patience: patience!,
      ...rest,
    };
    const found = agentsRequired({ ...centre, targets });
    if (!found.ok) throw refusal(found.problem);
    return {
      unknown: 'agents',
      value: found.agents,
      centre: { ...centre, agents: found.agents },
      performance: found.performance,
      targets,
      scheduled: schedule(found.agents),
    };
  }
  const [target, ...others] = targets;
  if (target === undefined || others.length > 0) throw usage(`to find ${open[0]}, set exactly one target`);
  const question: Question = { callsPerHour, ahtSeconds, agents, patience, thresholdSeconds, target, ...rest };
  const found = solve(question);
  if (!found.ok) throw refusal(found.problem);
  return {
    unknown: found.unknown,
    value: found.value,
    centre: found.centre,
    performance: found.performance,
    targets,
    scheduled: schedule(found.centre.agents),
  };
}

function patienceOf(model: 'a' | 'b' | 'c', text: string | undefined): Patience | undefined {
  if (model !== 'a') {
    if (text !== undefined) throw usage(`--patience is of Erlang A; --model ${model} has none`);
    return { family: 'infinite' };
  }
  if (text === undefined) throw usage("--model a wants a --patience, or '?' to find it");
  return text === toFind ? undefined : { family: 'exponential', meanSeconds: read('--patience', text, 'duration') };
}

/** A target of what never happens in the model would hold whatever is asked. */
function refuseOfOtherModels(model: 'a' | 'b' | 'c', { model: given, abandonment, blocking }: ErlangFlags): void {
  if (blocking !== undefined && model !== 'b')
    throw usage('--blocking is of Erlang B, where who finds all agents busy is turned away: add --model b, without a --patience');
  if (abandonment !== undefined && model !== 'a')
    throw usage(
      `--abandonment is of Erlang A, where callers have patience: add --patience${given === undefined ? '' : ` and leave out --model ${given}`}`,
    );
}

const targetsOf = (flags: ErlangFlags): Target[] => namedTargets(flags).map(({ target }) => target);

interface NamedTarget {
  /** As typed: `--service-level 80%`. */
  readonly typed: string;
  readonly target: Target;
}

function namedTargets({ serviceLevel, abandonment, blocking, maxOccupancy }: ErlangFlags): NamedTarget[] {
  const given: [flag: string, text: string | undefined, measure: Aim['measure']][] = [
    ['--service-level', serviceLevel, 'serviceLevel'],
    ['--abandonment', abandonment, 'abandonedFraction'],
    ['--blocking', blocking, 'blockedFraction'],
    ['--max-occupancy', maxOccupancy, 'occupancyFraction'],
  ];
  return given.flatMap(([flag, text, measure]) =>
    text === undefined ? [] : [{ typed: `${flag} ${text}`, target: { measure, value: read(flag, text, 'share') } }],
  );
}

/** Nothing is found for a target of all or none: it is reached only in the limit, or always. */
function refuseExtremes(flags: ErlangFlags): void {
  for (const { typed, target } of namedTargets(flags)) {
    const [most, least, way] =
      target.measure === 'serviceLevel' ? [1, 0, 'ask for a little less than all'] : [0, 1, 'ask for a little more than none'];
    if (target.value === most) throw new Stop(exitCodes.invalidScenario, `${typed} has no answer: ${way}`);
    if (target.value === least) throw new Stop(exitCodes.invalidScenario, `${typed} has no answer: it asks for nothing`);
  }
}

/** Which flag stands for a quantity of the question. */
const flagOf: Readonly<Record<string, string>> = {
  callsPerHour: '--calls',
  ahtSeconds: '--aht',
  agents: '--agents',
  patience: '--patience',
  'patience.meanSeconds': '--patience',
  thresholdSeconds: '--within',
  shrinkageFraction: '--shrinkage',
};

/** What cannot be: a number that no centre has is usage; numbers that do not go together, and a target out of reach, have no answer. */
function refusal({ code, path, params }: ErlangProblem): Stop {
  const ofTarget = path.startsWith('target');
  const problem: Problem = { code, path: flagOf[path] ?? (ofTarget ? en.erlang.target : path), params, severity: 'error' };
  if (code !== 'infeasible' && !ofTarget) return unreadable(problem);
  return new Stop(exitCodes.invalidScenario, 'the question has no answer', [problem]);
}

function answerText(found: Answer, format: ErlangFlags['format']): string {
  if (format === 'json') return `${JSON.stringify(found, null, 2)}\n`;
  const { centre, performance, targets, scheduled, unknown } = found;
  const words = en.erlang;
  const seconds = (value: number): string => `${formatNumber(value, value < 100 ? -1 : 0, en.locale)} s`;
  const share = (value: number): string => `${formatNumber(value * 100, -1, en.locale)}%`;
  const patience = centre.patience?.family === 'exponential' ? seconds(centre.patience.meanSeconds) : null;
  const met = (measure: Aim['measure'], value: number): string => {
    const target = targets.find((each) => each.measure === measure);
    if (target === undefined) return share(value);
    const holds = measure === 'serviceLevel' ? value >= target.value : value <= target.value;
    return words.against(share(value), share(target.value), holds);
  };
  const rows: [label: string, value: string | null, unknown?: Unknown][] = [
    [words.callsPerHour, formatNumber(centre.callsPerHour, -2, en.locale), 'callsPerHour'],
    [words.aht, seconds(centre.ahtSeconds), 'ahtSeconds'],
    [words.offeredLoad, formatNumber(performance.offeredLoadErlangs, -2, en.locale)],
    [words.agents, formatNumber(centre.agents, Number.isInteger(centre.agents) ? 0 : -2, en.locale), 'agents'],
    [
      words.scheduled,
      scheduled === null
        ? null
        : `${formatNumber(scheduled.agents, -1, en.locale)}, ${words.heads(formatNumber(scheduled.heads, 0, en.locale))}`,
    ],
    [words.patience, patience, 'patience'],
    [
      words.serviceLevel(seconds(performance.thresholdSeconds)),
      met('serviceLevel', performance.serviceLevel['answered / offered']),
      'thresholdSeconds',
    ],
    [words.asa, seconds(performance.asaSeconds)],
    [words.waiting, share(performance.waitFraction)],
    [words.abandonment, met('abandonedFraction', performance.abandonedFraction)],
    [words.blocking, centre.waitingPlaces === undefined ? null : met('blockedFraction', performance.blockedFraction)],
    [words.occupancy, met('occupancyFraction', performance.occupancyFraction)],
    [words.meanQueue, formatNumber(performance.meanQueue, -2, en.locale)],
  ];
  const shown = rows.filter((row): row is [string, string, Unknown?] => row[1] !== null);
  const labelWidth = Math.max(...shown.map(([label]) => label.length));
  return shown
    .map(([label, value, of]) => `${label.padEnd(labelWidth)}  ${value}${of !== undefined && of === unknown ? `  ${words.found}` : ''}\n`)
    .join('');
}
