import { Option, type Command } from 'commander';
import { followsItsPlan, groupStaffing, inputsHash, peopleThere, staffingPlans, type StaffingPlan } from '@percall/core';
import {
  csv,
  dateOf,
  en,
  markdownTable,
  markdownText,
  ndjson,
  peopleColumns,
  peopleRows,
  plainText,
  staffColumns,
  staffPeopleTable,
  staffRows,
  staffTotalsTable,
  staffWeekTables,
  terminalTable,
} from '@percall/report';
import { compile, type Compiled } from '@percall/runner';
import { interpret, type ScenarioDocument } from '@percall/scenario';
import { addFormat, addNoColor, jsonText, wantsColour, type OutputFlags } from '../formats.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';
import { readScenario, scenarioArgument } from '../readScenario.ts';
import { usage } from '../stop.ts';
import { addQuiet, setOption } from '../studyOptions.ts';
import { unknownName } from '../unknownName.ts';
import { version } from '../version.ts';
import { alsoWarned, sayWarnings } from '../warn.ts';

interface StaffFlags extends OutputFlags {
  readonly set: readonly string[];
  readonly week?: string;
  readonly by: 'interval' | 'week';
  readonly scenario?: string;
  readonly quiet: boolean;
}

export function addStaff(program: Command, io: Io): void {
  const command = program
    .command('staff')
    .summary('say how many agents each interval needs')
    .description(
      'Plans the baseline and every variant at central inputs: agents required and scheduled, paid hours and FTE, by interval and group of agents; and who is there week by week.',
    )
    .argument('<scenario>', scenarioArgument)
    .addOption(setOption())
    .option('--scenario <name>', 'the baseline, or a variant, alone')
    .option('--week <number>', 'one week of the horizon, from 1 (default: all)')
    .addOption(
      new Option('--by <span>', 'interval: agents by interval; week: the people of every scenario by week alone')
        .choices(['interval', 'week'])
        .default('interval'),
    );
  addNoColor(addQuiet(addFormat(command))).action((scenario: string, flags: StaffFlags) => staff(io, scenario, flags));
}

async function staff(io: Io, source: string, flags: StaffFlags): Promise<void> {
  const output = await openOutput(io, flags.out, [source]);
  const { document, warnings } = await readScenario(io, source, flags.set);
  const compiled = alsoWarned(compile(document), warnings);
  const { name, horizon } = interpret(document).scenarios[0]!.scenario;
  const week = flags.week === undefined ? null : weekOf(flags.week, horizon.weeks);
  const plans = wanted(staffingPlans(compiled.study.models), flags.scenario);
  if (!flags.quiet) sayWarnings(io, compiled.warnings);
  const byWeek = flags.by === 'week';
  const intervals = () => staffRows(plans, horizon.start, week);
  const weeks = () => peopleRows(plans, horizon.start, week);
  const rows = byWeek ? weeks : intervals;
  // Where the plan is followed people are its hours, which stand above already.
  const onTheWay = byWeek ? plans : plans.filter((plan) => !followsItsPlan(plan));
  const tables = () => [
    staffTotalsTable(plans, horizon.start, week, en),
    ...(onTheWay.length === 0 ? [] : [staffPeopleTable(onTheWay, horizon.start, week, en)]),
    ...(byWeek ? [] : staffWeekTables(plans, horizon.start, week, en)),
  ];
  const write = (): string => {
    switch (flags.format) {
      case 'json':
        return jsonText(staffDocument(document, compiled, plans, horizon.start, week, rows()));
      case 'ndjson':
        return ndjson(rows());
      case 'csv':
        return byWeek ? csv(peopleColumns, weeks()) : csv(staffColumns, intervals());
      case 'md':
        return [`# ${markdownText(name)}\n`, ...tables().map(markdownTable), `${markdownText(en.staff.footnote)}\n`].join('\n');
      case 'table': {
        const colour = wantsColour(io, output, flags);
        return [`${plainText(name)}\n`, ...tables().map((table) => terminalTable(table, { colour })), `${en.staff.footnote}\n`].join('\n');
      }
    }
  };
  await output.write(write());
}

/** A week of the horizon, from 0. */
function weekOf(text: string, weeks: number): number {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  if (number >= 1 && number <= weeks) return number - 1;
  throw usage(
    `--week wants a week of the horizon, ${weeks === 1 ? 'which has one: 1' : `from 1 to ${weeks}`}, not ${JSON.stringify(text)}`,
  );
}

function wanted(plans: readonly StaffingPlan[], scenario: string | undefined): readonly StaffingPlan[] {
  if (scenario === undefined) return plans;
  const found = plans.filter(({ model }) => model.name === scenario);
  if (found.length > 0) return found;
  throw unknownName(
    '--scenario',
    scenario,
    plans.map(({ model }) => model.name),
  );
}

/** What `--format json` writes: totals and people by group and week, and the rows of the other formats. */
function staffDocument(
  document: ScenarioDocument,
  { study, warnings }: Compiled,
  plans: readonly StaffingPlan[],
  start: string,
  week: number | null,
  rows: Iterable<object>,
): object {
  return {
    schemaVersion: 1,
    engineVersion: version,
    inputsHash: inputsHash(study.models),
    document,
    scenarios: plans.map((plan) => ({
      name: plan.model.name,
      response: plan.model.response,
      hoursPerWeek: plan.model.staffing.hoursPerWeek,
      groups: plan.model.groups.map(({ name }, group) => ({
        name,
        ...groupStaffing(plan, group, week),
        people: peopleThere(plan, group, week),
        weeks: Array.from({ length: plan.model.calendar.weeks }, (_, of) => of)
          .filter((of) => week === null || of === week)
          .map((of) => ({
            week: of + 1,
            from: dateOf(start, 7 * of),
            ...groupStaffing(plan, group, of),
            people: peopleThere(plan, group, of),
          })),
      })),
    })),
    rows: [...rows],
    warnings,
  };
}
