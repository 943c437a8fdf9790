import { describe, expect, it } from 'vitest';
import {
  checkDocument,
  documentWith,
  documentWithPart,
  parseScenario,
  partsOf,
  presetNames,
  presetText,
  scenarioDocument,
  type Json,
  type ScenarioDocument,
} from '../src/index.ts';

function preset(name: string): ScenarioDocument {
  const parsed = parseScenario(presetText(name)!);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

const mark = (value: string): Json => ({ value, source: 'default', note: 'an example' });
const nameOf = (document: ScenarioDocument): string => ((document['variants'] as readonly Json[])[0] as { name: string }).name;

describe('parts that may be left out', () => {
  it('are floors, bounds, lines of costs, overflow, and groups that mean something by being there', () => {
    const parts = partsOf(scenarioDocument(preset('bank-ivr-verification'), null), mark);
    const absent = parts.filter(({ stands }) => !stands).map(({ path }) => path);
    expect(absent).toEqual([
      'targets.abandonment.atLeast',
      'targets.speedOfAnswer',
      'targets.occupancy',
      'targets.email',
      'targets.social',
      'targets.callbackPromise',
      'targets.firstContactResolution',
      'quality.csat',
      'costs.telephony',
      'costs.technology',
      'costs.softwareLicences',
      'costs.officeSpace',
      'costs.officeComputing',
      'costs.hiring',
      'costs.penalties',
      'costs.miscellaneous',
      'levers.routing.overflowAfter."account service"',
      'levers.routing.overflowAfter."card service"',
    ]);
    expect(parts.filter(({ stands }) => stands).map(({ path }) => path)).toEqual(['targets.abandonment', 'costs.management']);
    expect(parts.find(({ path }) => path === 'costs.penalties')!.first).toEqual({
      serviceLevelBelow: mark('80%'),
      amount: mark('5000 per month'),
    });
  });

  it.each(presetNames())('of %s come and go, in the baseline and in a variant, to the same document', (name) => {
    const document = preset(name);
    for (const variant of [null, nameOf(document)]) {
      const scenario = scenarioDocument(document, variant)!;
      for (const part of partsOf(scenario, mark).filter(({ stands }) => !stands)) {
        const added = documentWithPart(document, variant, scenario, part);
        if (!added.ok) throw new Error(JSON.stringify(added.problems));
        const checked = checkDocument(added.document);
        if (!checked.ok) {
          // A floor on occupancy that the baseline keeps and a busier variant cannot: said of that variant.
          expect(
            checked.problems.every(({ path }) => /^variants\..*(?:targets\.occupancy\.atMost|staffing\.maxOccupancy)$/.test(path)),
            part.path,
          ).toBe(true);
          continue;
        }
        const after = scenarioDocument(checked.document, variant)!;
        const stands = partsOf(after, mark).filter((each) => each.stands);
        const it = part.isLine
          ? stands.findLast(({ path }) => path.startsWith(`${part.path}[`))
          : stands.find(({ path }) => path === part.path);
        expect(it, part.path).toBeDefined();
        const back = documentWith(checked.document, variant, it!, null);
        if (!back.ok) throw new Error(JSON.stringify(back.problems));
        const left = checkDocument(back.document);
        if (!left.ok) throw new Error(JSON.stringify(left.problems));
        expect(partsOf(scenarioDocument(left.document, variant), mark).filter((each) => each.stands && !each.path.endsWith(']'))).toEqual(
          partsOf(scenario, mark).filter((each) => each.stands && !each.path.endsWith(']')),
        );
      }
    }
  });
});
