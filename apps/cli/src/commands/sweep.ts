import { Option, type Command } from 'commander';
import { createStudyCompiler, inputsHash, kpiNames, type Results, type Study, type StudyCompiler } from '@percall/core';
import {
  chanceNames,
  csv,
  en,
  isChance,
  markdownTable,
  markdownText,
  ndjson,
  onlyMetrics,
  plainText,
  settingOf,
  sweepColumns,
  sweepRows,
  sweepTable,
  terminalTable,
  type Setting,
  type Sweep,
} from '@percall/report';
import { compile, createSession, ScenarioRefused, type Compiled } from '@percall/runner';
import { defaultThreads } from '@percall/runner/node';
import { changedPeriod, formatPath, type Problem } from '@percall/scenario';
import { exitCodes } from '../exitCodes.ts';
import { addFormat, addNoColor, wantsColour, type OutputFlags } from '../formats.ts';
import { cellAt, cellDocument, cellName, readGrid, type Grid } from '../grid.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';
import { progressBar } from '../progress.ts';
import { readScenario, scenarioArgument } from '../readScenario.ts';
import { Stop, usage } from '../stop.ts';
import { addQuiet, addStudyOptions, collect, compileOptions, type StudyFlags } from '../studyOptions.ts';
import { unknownName } from '../unknownName.ts';
import { version } from '../version.ts';
import { alsoWarned, warn } from '../warn.ts';

interface SweepFlags extends StudyFlags, OutputFlags {
  readonly metric: readonly string[];
}

export function addSweep(program: Command, io: Io): void {
  const set = new Option('--set <path=values>', 'from:to:step or a,b,c is swept, another value is set in every cell; repeatable')
    .argParser(collect)
    .default([]);
  const command = program
    .command('sweep')
    .summary('run a grid of values')
    .description('Runs the baseline and every variant in every cell of a grid of values, through the same futures.')
    .argument('<scenario>', scenarioArgument);
  addFormat(addStudyOptions(command, set)).option(
    '--metric <name>',
    `a KPI by its id, or ${chanceNames.join(', ')}; repeatable (default: the headline, total cost, service, FTE, chances)`,
    collect,
    [],
  );
  addNoColor(addQuiet(command)).action((scenario: string, flags: SweepFlags) => sweep(io, scenario, flags));
}

async function sweep(io: Io, source: string, flags: SweepFlags): Promise<void> {
  const output = await openOutput(io, flags.out, [source]);
  const { document } = await readScenario(io, source);
  const grid = readGrid(document, flags.set);
  const first = alsoWarned(checkCells(grid, flags), changedPeriod(document, cellDocument(grid, 0)));
  const metrics = metricsOf(first.study, flags.metric);
  if (!flags.quiet) {
    warnOfLevers(io, grid, first.study);
    warn(io, first);
  }
  const results = await runCells(io, grid, first, metrics, flags);
  const setting = settingOf(first);
  const swept: Sweep = {
    paths: grid.axes.map(({ name }) => name),
    cells: results.map((each, cell) => ({
      values: cellAt(grid, cell).map(({ typed, told }) => ({ typed, value: told })),
      results: each,
    })),
  };
  const write = (): string => {
    switch (flags.format) {
      case 'json':
        return sweepDocument(grid, first, swept, setting);
      case 'ndjson':
        return ndjson(sweepRows(swept, setting));
      case 'csv':
        return csv(sweepColumns(swept), sweepRows(swept, setting));
      case 'md':
        return `# ${markdownText(setting.name)}\n\n${markdownTable(sweepTable(swept, metrics, setting, en))}`;
      case 'table': {
        const colour = wantsColour(io, output, flags);
        return `${plainText(setting.name)}\n\n${terminalTable(sweepTable(swept, metrics, setting, en), { colour })}`;
      }
    }
  };
  await output.write(write());
}

/**
 * Compiles every cell, so that one that cannot run is refused before any runs. Returns the first, with the warnings of all: a place that is
 * warned of in several cells once.
 */
function checkCells(grid: Grid, flags: SweepFlags): Compiled {
  let first: Compiled | null = null;
  const warnings = new Map<string, Problem>();
  const compiler = createStudyCompiler();
  for (let cell = 0; cell < grid.count; cell++) {
    const compiled = compileCell(grid, cell, flags, compiler);
    first ??= compiled;
    const [one, other] = [first.study.models[0]!, compiled.study.models[0]!];
    for (const key of ['currency', 'period'] as const)
      if (one[key] !== other[key]) throw usage(`--set sweeps ${key}, and amounts of another ${key} cannot stand side by side`);
    for (const warning of compiled.warnings)
      if (!warnings.has(`${warning.code} ${warning.path}`)) warnings.set(`${warning.code} ${warning.path}`, warning);
  }
  return { ...first!, warnings: [...warnings.values()] };
}

function compileCell(grid: Grid, cell: number, flags: SweepFlags, compiler: StudyCompiler): Compiled {
  const document = cellDocument(grid, cell);
  try {
    return compile(document, compileOptions(flags), compiler);
  } catch (fault) {
    if (fault instanceof ScenarioRefused) throw new Stop(exitCodes.invalidScenario, `${cellName(grid, cell)} cannot run`, fault.problems);
    throw fault;
  }
}

/** A lever that is swept in the baseline moves nothing that reports show: they are taken as made with it. */
function warnOfLevers(io: Io, { axes }: Grid, { models }: Study): void {
  const variant = models[1]?.name ?? 'NAME';
  for (const { path, name } of axes)
    if (path[0] === 'levers')
      io.stderr(`${en.problem.warning(en.commandLine.sweptLever(name, formatPath(['variants', variant, 'changes', name])))}\n`);
}

/** What is looked at where nothing is asked for: what it costs and whether service stands it. */
const usual = (study: Study): readonly string[] => [
  `cpc.${study.models[0]!.headline}`,
  'totalCost',
  'serviceLevel.phone',
  'abandonment.phone',
  'fte',
  ...chanceNames,
];

function metricsOf(study: Study, asked: readonly string[]): readonly string[] {
  const known = [...new Set(study.models.flatMap(kpiNames)), ...chanceNames];
  const unknown = asked.find((metric) => !known.includes(metric));
  if (unknown !== undefined) throw unknownName('--metric', unknown, known);
  return asked.length > 0 ? [...new Set(asked)] : usual(study).filter((metric) => known.includes(metric));
}

/** The results of every cell, in order. What one cell has in common with those before it is not run again. */
async function runCells(io: Io, grid: Grid, first: Compiled, metrics: readonly string[], flags: SweepFlags): Promise<readonly Results[]> {
  const { replications } = first;
  const threads = flags.workers ?? defaultThreads({ ...first, replications: replications * grid.count });
  const session = createSession(io.crew(threads));
  const bar = progressBar(io, flags.quiet, first, { canChoose: true, cells: grid.count });
  const kpis = (id: string): boolean => !isChance(id) && metrics.includes(id);
  const results: Results[] = [];
  try {
    for (let cell = 0; cell < grid.count; cell++) {
      const answer = await session.run(cellDocument(grid, cell), {
        ...compileOptions(flags),
        checked: [],
        kpis,
        shares: false,
        signal: io.signal,
        onProgress: (done) => bar.update(cell * replications + done, grid.count * replications),
      });
      results.push(onlyMetrics(answer.results, metrics));
      bar.update((cell + 1) * replications, grid.count * replications);
    }
  } finally {
    bar.clear();
    await session.close();
  }
  return results;
}

/** What `--format json` writes: the grid, and the rows of the other formats, one a line. */
function sweepDocument(grid: Grid, { study, warnings }: Compiled, swept: Sweep, setting: Setting): string {
  const head = {
    schemaVersion: 1,
    engineVersion: version,
    currency: setting.currency,
    period: setting.period,
    seed: setting.seed,
    replications: setting.replications,
    floor: swept.cells[0]!.results.scenarios[0]!.floor.used,
    inputsHash: inputsHash(study.models),
    document: grid.document,
    axes: grid.axes.map(({ name, values }) => ({ path: name, values: values.map(({ typed }) => typed) })),
    cells: grid.count,
    warnings,
  };
  const rows = Array.from(sweepRows(swept, setting), (row) => `    ${JSON.stringify(row)}`).join(',\n');
  return `${JSON.stringify(head, null, 2).replace(/\n\}$/, '')},\n  "rows": [\n${rows}\n  ]\n}\n`;
}
