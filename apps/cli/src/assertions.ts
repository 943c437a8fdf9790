import { Option } from 'commander';
import { evaluateAssertion, kpiNames, parseExpression, type Expression, type Study } from '@percall/core';
import { en, plainText } from '@percall/report';
import { comparedWithItself, type StudyRun } from '@percall/runner';
import { exitCodes } from './exitCodes.ts';
import type { Io } from './io.ts';
import { Stop, usage } from './stop.ts';
import { collect } from './studyOptions.ts';

export const assertOption = (): Option =>
  new Option('--assert <expression>', "must hold in every variant, else the exit code is 99; repeatable, e.g. 'p(holds) >= 0.9'")
    .argParser(collect)
    .default([]);

/** An assertion names KPIs and scenarios of this study; anything else is a fault of usage, found before anything runs. */
export function readAssertion(text: string, study: Study): Expression {
  const { models } = study;
  const parsed = parseExpression(text, [...new Set(models.flatMap(kpiNames))], { scenarios: models.map(({ name }) => name) });
  if (!parsed.ok) throw new Stop(exitCodes.usage, `--assert ${JSON.stringify(text)}`, [parsed.problem]);
  const why = comparedWithItself(parsed.expression, study);
  if (why !== null) throw usage(`--assert ${JSON.stringify(text)} ${why}`);
  return parsed.expression;
}

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
