import { getAt, parsePath, type Problem, type ScenarioDocument } from '@percall/scenario';

/** Parts of a document that are valid and that nothing in this build reads yet, with what will read them. */
const waiting: readonly (readonly [path: string, since: string])[] = [
  ['calendar.closeGrace', 'the end of the day, customer by customer'],
  ['staffing.people.hireLag', 'the weeks between two rosters'],
  ['staffing.people.training', 'the weeks between two rosters'],
  ['staffing.people.ramp', 'the weeks between two rosters'],
  ['staffing.people.severance', 'the weeks between two rosters'],
  ['staffing.people.overtime.max', 'the weeks between two rosters'],
  ['investment.discount', 'net present value'],
];

/**
 * A warning for each part that was typed and changes nothing yet: accepted, because the document is right, but never in silence.
 * What would change an answer if it were modelled is refused instead (`notModelledYet`).
 */
export function withoutEffect(document: ScenarioDocument): Problem[] {
  return waiting.flatMap(([path, since]) => {
    const parsed = parsePath(path);
    const got = parsed.ok ? getAt(document, parsed.path) : undefined;
    if (got === undefined) return [];
    return [{ code: 'unused', path, params: { must: { rule: 'modelled', since }, got }, severity: 'warning' } satisfies Problem];
  });
}
