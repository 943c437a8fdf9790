import { Option } from 'commander';
import { evaluateAssertion, kpiNames, parseExpression, type Expression, type Study } from '@percall/core';
import { en, plainText } from '@percall/report';
import type { StudyRun } from '@percall/runner';
import { exitCodes } from './exitCodes.ts';
import type { Io } from './io.ts';
import { Stop, usage } from './stop.ts';
import { collect } from './studyOptions.ts';

export const assertOption = (): Option =>
  new Option('--assert <expression>', "must hold in every variant, else the exit code is 99; repeatable, e.g. 'p(holds) >= 0.9'")
    .argParser(collect)
    .default([]);

/** An assertion names KPIs and scenarios of this study; anything else is a fault of usage, found before anything runs. */
export function readAssertion(text: string, { models }: Study): Expression {
  const parsed = parseExpression(text, [...new Set(models.flatMap(kpiNames))], { scenarios: models.map(({ name }) => name) });
  if (!parsed.ok) throw new Stop(exitCodes.usage, `--assert ${JSON.stringify(text)}`, [parsed.problem]);
  const { expression } = parsed;
  const baseline = models[0]!.name;
  if (compares(expression) && (expression.scenario === baseline || models.length === 1)) {
    const why = models.length === 1 ? 'there is no variant to compare with it' : 'the baseline is not compared with itself';
    throw usage(`--assert ${JSON.stringify(text)} is about ${JSON.stringify(baseline)}: ${why}`);
  }
  return expression;
}

/** Whether an expression is about the difference from the baseline. */
const compares = ({ subject }: Expression): boolean =>
  subject.kind === 'statistic'
    ? subject.measure.versusBaseline
    : subject.events.some((event) => (typeof event === 'string' ? event !== 'holds' : event.measure.versusBaseline));

/** Stops with 99 when an assertion does not hold, after the data is out. */
export function judge(io: Io, { analysis }: StudyRun, assertions: readonly Expression[]): void {
  let failed = 0;
  for (const assertion of assertions) {
    const { holds, scenarios } = evaluateAssertion(assertion, analysis);
    if (holds) continue;
    failed += 1;
    const found = scenarios
      .filter((each) => !each.holds)
      .map(({ name, value }) => en.commandLine.found(plainText(name), value === null ? null : String(value.value)));
    io.stderr(`${en.commandLine.doesNotHold(plainText(assertion.text), found)}\n`);
  }
  if (failed > 0) throw new Stop(exitCodes.assertionFailed, '');
}
