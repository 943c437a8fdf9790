import { describe, expect, it } from 'vitest';
import { checkDocument, getAt, interpret, mostPlaces, remediesOf, scenarioDocument, type Json, type Remedy } from '../src/index.ts';
import { documentOf, documents, variantsOf } from './controlDocuments.ts';
import { least } from './documents.ts';

const everywhere = Object.entries(documents).flatMap(([name, document]) =>
  variantsOf(document).map((variant) => ({ name, document, variant, shown: variant ?? 'baseline' })),
);

/** The document with a change made, which passes the check. */
function made(remedy: Remedy, document: Json, place: number): Json {
  const patched = remedy.documentAt(document, place);
  if (!patched.ok) throw new Error(JSON.stringify(patched.problems));
  const checked = checkDocument(patched.document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.document;
}

const found = (document: Json, variant: string | null, path: string): Remedy => {
  const remedies = remediesOf(document, variant);
  const remedy = remedies.find((each) => each.path === path);
  if (remedy === undefined) throw new Error(`none at ${path}: ${remedies.map((each) => each.path).join(', ')}`);
  return remedy;
};

describe.each(everywhere)('of $name, $shown', ({ document, variant }) => {
  const remedies = remediesOf(document, variant);

  it('every place of every remedy makes a document that passes the check, and another than the one before', () => {
    for (const remedy of remedies) {
      expect(remedy.places, remedy.path).toBeGreaterThanOrEqual(1);
      expect(remedy.places, remedy.path).toBeLessThanOrEqual(mostPlaces);
      const all = Array.from({ length: remedy.places }, (_, i) => JSON.stringify(made(remedy, document, i + 1)));
      expect(new Set([JSON.stringify(document), ...all]).size, remedy.path).toBe(remedy.places + 1);
      const said = Array.from({ length: remedy.places }, (_, i) => remedy.to(i + 1));
      expect(new Set([remedy.from, ...said]).size, remedy.path).toBe(remedy.places + 1);
    }
  });

  it('a remedy of a variant leaves the baseline and all other variants as they are', () => {
    if (variant === null) return;
    const others = variantsOf(document).filter((each) => each !== variant);
    for (const remedy of remedies) {
      const after = made(remedy, document, remedy.places);
      for (const other of others) expect(scenarioDocument(after, other), remedy.path).toEqual(scenarioDocument(document, other));
    }
  });

  it('no two are at one place', () => {
    expect(new Set(remedies.map(({ path }) => path)).size).toBe(remedies.length);
  });
});

describe('what a scenario can do', () => {
  const desk = documents['it-help-desk']!;
  const retailer = documents['retailer-callbacks']!;

  it('with a roster: more agents of it, by the day and the interval, where there are any', () => {
    const roster = found(desk, 'One agent fewer', 'staffing.roster."service desk"');
    expect([roster.kind, roster.from, roster.to(1), roster.to(16)]).toEqual(['roster', '0', '1', '16']);
    expect(getAt(scenarioDocument(made(roster, desk, 3), 'One agent fewer'), ['staffing', 'roster', 'service desk'])).toEqual({
      'mon-fri': 13,
    });
    // The baseline's own roster again is no change of the variant.
    expect(getAt(made(roster, desk, 1), ['variants', 'One agent fewer', 'changes'])).toEqual({});
    const byHour = documentOf(
      `${least}staffing: { plan: roster, roster: { team: { mon: [0, 40, 64], tue-fri: 50 } } }\n`.replace(
        'mon-fri: "08:00-18:00"',
        'mon-fri: "08:00-09:30"',
      ),
    );
    const more = found(byHour, null, 'staffing.roster.team');
    expect(getAt(made(more, byHour, 1), ['staffing', 'roster', 'team'])).toEqual({ mon: [0, 41, 65], 'tue-fri': 51 });
    expect([more.to(1), more.to(8), more.to(16)]).toEqual(['1', '16', '64']);
  });

  it('with a plan by targets: higher ones, a lower occupancy, more agents at least', () => {
    const target = found(retailer, 'Fewer agents, no callbacks', 'targets.serviceLevel.phone.atLeast');
    expect([target.kind, target.from, target.to(1), target.to(target.places)]).toEqual(['target', '60%', '61%', '99%']);
    const occupancy = found(retailer, 'Fewer agents, no callbacks', 'staffing.maxOccupancy');
    expect([occupancy.from, occupancy.to(1), occupancy.to(16)]).toEqual(['97%', '96%', '50%']);
    const limit = found(retailer, 'Fewer agents, no callbacks', 'targets.abandonment.phone.atMost');
    expect([limit.from, limit.to(1), limit.to(16)]).toEqual(['12%', '11.4%', '2.4%']);
    const minimum = found(retailer, 'Fewer agents, no callbacks', 'staffing.minimumAgents');
    expect([minimum.from, minimum.to(1), minimum.to(16)]).toEqual(['0', '1', '80']);
    // What the baseline plans for are the floors: they are not moved to be met.
    expect(remediesOf(retailer, null).map(({ kind }) => kind)).toEqual(['occupancy', 'minimum']);
  });

  it('with a roster that is kept: a plan anew, and less of what it changes, which no plan answers', () => {
    const document = documentOf(
      `${least}levers: { ivr: { containment: { calls: 0% } } }\nvariants: [{ name: kept, response: locked, changes: { levers.ivr.containment.calls: 10%, agents.team.wage: 17 per h, contactTypes.calls.volume: 19k, contactTypes.calls.handleTime.phone.mean: 5m40s } }]\n`,
    );
    const remedies = remediesOf(document, 'kept');
    expect(remedies.map(({ kind, path }) => [kind, path])).toEqual([
      ['response', 'staffing.response'],
      ['lever', 'contactTypes.calls.handleTime.phone.mean'],
      ['lever', 'levers.ivr.containment.calls'],
    ]);
    const [response, handleTime, containment] = remedies as [Remedy, Remedy, Remedy];
    expect(interpret(made(response, document, 1) as never).scenarios[1]!.scenario.staffing.response).toBe('re-plan');
    expect([handleTime.from, handleTime.to(1), handleTime.to(handleTime.places)]).toEqual(['5m40s', '5m35s', '5 min']);
    expect([containment.places, containment.to(1), containment.to(10)]).toEqual([10, '9%', '0%']);
    expect(getAt(made(containment, document, 10), ['variants', 'kept', 'changes'])).not.toHaveProperty(['levers.ivr.containment.calls']);
  });

  it('with a headcount: more full-time agents of a group', () => {
    const document = documentOf(`${least}staffing: { plan: headcount, headcount: { team: 21.5 FTE } }\n`);
    const remedies = remediesOf(document, null);
    expect(remedies.map(({ kind }) => kind)).toEqual(['minimum', 'headcount']);
    const more = remedies[1]!;
    expect([more.from, more.to(1), more.to(16)]).toEqual(['21.5', '22.5', '43.5']);
    expect(getAt(made(more, document, 2), ['staffing', 'headcount', 'team'])).toBe('23.5 FTE');
  });

  it('nothing where no such variant is', () => {
    expect(remediesOf(desk, 'Nobody')).toEqual([]);
  });
});
