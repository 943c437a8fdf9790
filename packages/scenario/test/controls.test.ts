import { expect, it } from 'vitest';
import {
  choicesOf,
  chosenAt,
  controlsOf,
  fieldWords,
  leafDescriptions,
  parsePath,
  parseScenario,
  presetText,
  scenarioDocument,
  sections,
  typedValue,
  valueAt,
  withCentral,
  withCertainty,
} from '../src/index.ts';
import { sectionPatterns } from '../src/controls/sections.ts';
import { within } from '../src/patch.ts';
import { controlAt, documentOf, documents } from './controlDocuments.ts';
import { least } from './documents.ts';

it('a document becomes controls, and a typed value becomes a change', () => {
  const parsed = parseScenario(presetText('bank-ivr-verification')!);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const controls = controlsOf(parsed.document);
  const control = controls.find(({ path }) => path === 'levers.ivr.verification.offeredTo')!;
  expect(control).toMatchObject({ pattern: 'levers.ivr.verification.offeredTo', section: 'levers', subject: null });
  const variant = scenarioDocument(parsed.document, 'IVR verification')!;
  expect(valueAt(variant, control)).toMatchObject({ text: '68%', central: 0.68, low: null, given: true });
  expect(typedValue(variant, control, '٧٠٪')).toEqual({ ok: true, value: '٧٠٪' });
});

it('every number has exactly one section, of variants the one-off cost and the ramp', () => {
  for (const { pattern } of leafDescriptions()) {
    const found = sections.filter((section) => sectionPatterns[section].some((outer) => within(outer, pattern)));
    expect(found.length, pattern).toBe(/^variants(?!.*(?:oneOff|ramp)$)/.test(pattern) ? 0 : 1);
  }
  const outer = Object.values(sectionPatterns).flat();
  for (const pattern of outer) expect(outer.filter((other) => within(other, pattern))).toEqual([pattern]);
});

it('between them, documents have a control for every number of the schema', () => {
  const seen = new Set(Object.values(documents).flatMap((document) => controlsOf(document).map(({ pattern }) => pattern)));
  const wanted = leafDescriptions().filter(({ pattern }) => !pattern.startsWith('variants'));
  // Optional floors and groups that none of these documents has.
  const absent = wanted.filter(({ pattern }) => !seen.has(pattern)).map(({ pattern }) => pattern);
  expect(
    absent.every((pattern) => /^(targets\.|quality\.csat\.|staffing\.headcount)/.test(pattern)),
    absent.join(),
  ).toBe(true);
});

it.each(Object.entries(documents))('controls of %s are complete, once each, under words that there are', (_, document) => {
  const words = fieldWords();
  const controls = controlsOf(document);
  expect(new Set(controls.map(({ path }) => path)).size).toBe(controls.length);
  for (const control of controls) {
    expect(parsePath(control.path).ok).toBe(true);
    expect(words.get(control.pattern)?.label, control.pattern).toBe(control.description.label);
    for (const heading of control.within) expect(words.get(heading)?.label, heading).toBeTruthy();
    expect(valueAt(document, control), control.path).not.toBeNull();
  }
});

it('offers what the least document leaves out, and not what means something by being absent', () => {
  const document = documentOf(least);
  const paths = controlsOf(document).map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'calendar.closeGrace',
      'contactTypes.calls.handleTime.phone.mean',
      'contactTypes.calls.channels.chat',
      'agents.team.shrinkage',
      'agents.team.skills.calls.handleTime',
      'levers.ivr.containment.calls',
      'levers.selfService.calls.tries',
      'levers.rootCause.calls.oneOff',
      'targets.serviceLevel.within',
      'costs.taxes',
    ]),
  );
  for (const absent of [
    'costs.management',
    'costs.penalties',
    'targets.speedOfAnswer',
    'handleTime.chat',
    'overflowAfter',
    'headcount',
    'variants',
  ])
    expect(paths.filter((path) => path.includes(absent))).toEqual([]);
  expect(valueAt(document, controlAt(document, 'costs.taxes'))).toEqual({
    text: '0 per month',
    distribution: { family: 'certain', value: 0 },
    central: 0,
    low: null,
    high: null,
    basis: { on: 'period', per: 'month' },
    given: false,
    source: 'default',
    note: null,
  });
  // All by phone unless the document says otherwise.
  expect(valueAt(document, controlAt(document, 'contactTypes.calls.channels.phone'))).toMatchObject({ central: 1, given: false });
  expect(valueAt(document, controlAt(document, 'contactTypes.calls.handleTime.phone.mean'))).toMatchObject({ text: '5 min', given: true });
});

it('a number that is a change says so in its label', () => {
  const changes = leafDescriptions().filter(({ description }) => /^Change\b/.test(description.help));
  expect(changes.map(({ pattern }) => pattern)).toContain('levers.rootCause.*.volume');
  for (const { pattern, description } of changes) expect(description.label, pattern).toMatch(/^Change of /);
});

it('offers plain numbers, which take no range, and choices', () => {
  const document = documentOf(least);
  const years = controlAt(document, 'investment.years');
  expect(years).toMatchObject({ section: 'costs', within: ['investment'], isPlain: true, description: { label: 'Years' } });
  expect(valueAt(document, years)).toMatchObject({ text: '3', central: 3, low: null, given: false });
  expect(withCentral(document, years, 4.4)).toBe(4);
  expect(withCertainty(document, years, false)).toBeNull();
  expect(typedValue(document, years, '٥')).toEqual({ ok: true, value: 5 });
  expect(typedValue(document, controlAt(document, 'staffing.hoursPerWeek'), '37.5')).toEqual({ ok: true, value: 37.5 });
  for (const wrong of ['2.5', '3 ±1', '31', 'three']) expect(typedValue(document, years, wrong).ok, wrong).toBe(false);

  const choices = choicesOf(document);
  const headline = choices.find(({ path }) => path === 'headline')!;
  expect(headline).toMatchObject({ section: 'targets', form: 'oneOf', options: ['need', 'offered', 'handled', 'resolved'] });
  expect(chosenAt(document, headline)).toBe('handled');
  expect(chosenAt({ ...document, headline: 'need' }, headline)).toBe('need');
  expect(choices.map(({ path }) => path)).toContain('targets.serviceLevel.rule');
});

it('names what the document names', () => {
  const document = documents['families']!;
  expect(controlsOf(document).filter(({ pattern }) => pattern === 'calendar.events[].volume')).toMatchObject([
    { path: 'calendar.events.storm.volume', subject: 'storm', section: 'demand', within: ['calendar', 'calendar.events'] },
    { path: 'calendar.events[1].volume', subject: '2026-01-19..2026-01-20' },
  ]);
  expect(controlAt(document, 'agents."team one".shrinkage.rest')).toMatchObject({
    pattern: 'agents.*.shrinkage.*',
    section: 'people',
    subject: 'team one',
    names: ['team one', 'rest'],
    within: ['agents.*.shrinkage'],
  });
  expect(controlAt(document, 'costs.softwareLicences[1]')).toMatchObject({ pattern: 'costs.softwareLicences', subject: null });
  expect(controlAt(document, 'contactTypes.calls.handleTime.phone.mean').within).toEqual([
    'contactTypes.*.handleTime',
    'contactTypes.*.handleTime.phone',
  ]);
});

it('a variant has its own controls where it has other groups', () => {
  const document = documentOf(`${least}variants:
  - name: parts
    changes: { agents.team.shrinkage: { leave: 10%, breaks: 12% }, costs.management: { oneFor: 12 agents, wage: 30 per h } }
`);
  const whole = controlAt(document, 'agents.team.shrinkage');
  const variant = scenarioDocument(document, 'parts')!;
  expect(valueAt(variant, whole)).toBeNull();
  expect(valueAt(variant, controlAt(variant, 'agents.team.shrinkage.leave'))).toMatchObject({ central: 0.1 });
  expect(valueAt(variant, controlAt(variant, 'costs.management.onCost'))).toMatchObject({ text: '28%', given: false });
  expect(valueAt(document, controlAt(variant, 'costs.management.onCost'))).toBeNull();
  expect(scenarioDocument(document, 'none')).toBeNull();
  // A table by contact type has an entry for those that there are, and a type that is gone has no numbers.
  expect(valueAt({ ...document, contactTypes: {} }, controlAt(document, 'contactTypes.calls.repeat.share'))).toBeNull();
});
