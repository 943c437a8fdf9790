import { describe, expect, it } from 'vitest';
import { checkDocument, parseScenario, presetNames, presetText, type Problem } from '../src/index.ts';
import { bank, least, type Editable } from './documents.ts';

/** Warnings of slips after a change to the example, as path and hint; the change must be valid. */
const unlikely = (changes: Readonly<Record<string, unknown>>): string[] => {
  const document = bank();
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('/');
    let here = document;
    for (const key of keys.slice(0, -1)) here = here[key]!;
    here[keys.at(-1)!] = value as Editable;
  }
  const parsed = checkDocument(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return said(parsed.warnings);
};

const said = (warnings: readonly Problem[]): string[] =>
  warnings.filter(({ code }) => code === 'unlikely').map(({ path, params }) => `${path} ${params.hint!.key}`);

const shrinkage = 'agents/experts/shrinkage';
const experts = 'agents.experts';

describe('a value that is probably a slip of units is warned of', () => {
  // Each with its neighbour inside: the same place, typed as the likelier thing, says nothing.
  it.each<[string, unknown, unknown, string]>([
    [shrinkage, '0.32%', '32%', `${experts}.shrinkage otherShare`],
    [shrinkage, 0.0032, 0.32, `${experts}.shrinkage otherShare`],
    [shrinkage, '0.99%', '1%', `${experts}.shrinkage otherShare`],
    [shrinkage, { leave: '9%', sickness: '0.04%' }, { leave: '9%', sickness: '4%' }, `${experts}.shrinkage.sickness otherShare`],
    ['contactTypes/technical/firstContactResolution', '0.78%', '78%', 'contactTypes.technical.firstContactResolution otherShare'],
    ['contactTypes/billing/firstContactResolution/value', '4.9%', '5%', 'contactTypes.billing.firstContactResolution otherShare'],
    ['targets/serviceLevel/atLeast', '0.8%', '80%', 'targets.serviceLevel.atLeast otherShare'],
    ['targets/serviceLevel', { phone: { atLeast: 0.008 } }, { phone: { atLeast: 0.8 } }, 'targets.serviceLevel.phone.atLeast otherShare'],
    ['agents/experts/onCost', 25, '25%', `${experts}.onCost otherShare`],
    ['agents/experts/onCost', '101%', '100%', `${experts}.onCost otherShare`],
    ['costs/management/onCost', 28, 0.28, 'costs.management.onCost otherShare'],
    ['staffing/people/attrition', 35, '35% per year', 'staffing.people.attrition otherShare'],
    ['contactTypes/technical/handleTime/phone', '9 h', '9 min', 'contactTypes.technical.handleTime.phone handleTimeUnit'],
    ['contactTypes/technical/handleTime/phone', '4 s', '5 s', 'contactTypes.technical.handleTime.phone handleTimeUnit'],
    ['contactTypes/billing/handleTime/chat/mean', '121 min', '2 h', 'contactTypes.billing.handleTime.chat.mean handleTimeUnit'],
    ['agents/experts/wage', '2400 per h', '24 per h', `${experts}.wage wagePerHour`],
    ['agents/experts/wage', '0 per h', '1 per h', `${experts}.wage wagePerHour`],
    ['levers/software/handleTime', 0.08, '-8%', 'levers.software.handleTime otherFactor'],
    ['levers/rootCause/billing', 8, '+8%', 'levers.rootCause.billing otherFactor'],
    ['levers/rootCause/billing/volume', 'x0.1', 'x0.2', 'levers.rootCause.billing.volume otherFactor'],
    ['calendar/events/0/volume', 'x22', 'x2.2', 'calendar.events[0].volume otherFactor'],
    ['calendar/events/0/handleTime', 25, '+25%', 'calendar.events[0].handleTime otherFactor'],
    ['contactTypes/technical/volume', 27, 27_000, 'contactTypes.technical.volume fewContacts'],
    ['contactTypes/technical/volume', 27.5, '27.5k', 'contactTypes.technical.volume fewContacts'],
    ['contactTypes/technical/volume', 110.5, 110, 'contactTypes.technical.volume fewContacts'],
    [
      'contactTypes/technical/volume',
      { low: 20, likely: 27, high: 30 },
      { low: '20k', likely: '27k', high: '30k' },
      'contactTypes.technical.volume fewContacts',
    ],
  ])('%s: %j, not %j', (path, slip, meant, expected) => {
    expect(unlikely({ [path]: slip })).toEqual([expected]);
    expect(unlikely({ [path]: meant })).toEqual([]);
  });

  it('nothing at all is no slip: a share, a volume or a factor of zero', () => {
    expect(unlikely({ [shrinkage]: 0, 'contactTypes/technical/volume': 0, 'calendar/events/0/volume': 'x0' })).toEqual([]);
  });

  it('a whole centre of a few contacts a day is one, where a rare contact type beside others is none', () => {
    // 110 a month are five on each of 21.7 open days.
    const alone = (volume: string) => parseScenario(least.replace('20k', volume));
    const warnings = (volume: string) => {
      const parsed = alone(volume);
      return parsed.ok ? said(parsed.warnings) : ['refused'];
    };
    expect(warnings('110.000')).toEqual(['contactTypes.calls.volume fewContacts']);
    expect(warnings('110k')).toEqual([]);
    expect(unlikely({ 'contactTypes/technical/volume': 110 })).toEqual([]);
  });

  it('wages in thousands are usual where the currency is small', () => {
    const document = least.replace('18 per h', '1500 per h');
    const warnings = (text: string) => {
      const parsed = parseScenario(text);
      return parsed.ok ? said(parsed.warnings) : ['refused'];
    };
    expect(warnings(document)).toEqual(['agents.team.wage wagePerHour']);
    expect(warnings(`${document}currency: JPY\n`)).toEqual([]);
  });

  it('says what is read and how the likelier thing is spelled', () => {
    const parsed = parseScenario(least.replace('20k', '27.000').replace('18 per h', '18 per h, shrinkage: 0.32%'));
    expect(parsed.ok && parsed.warnings.map(({ path, params, severity }) => ({ path, hint: params.hint, severity }))).toEqual([
      {
        path: 'agents.team.shrinkage',
        hint: { key: 'otherShare', values: { typed: '0.32%', equal: '0.0032', percent: '32%', share: '0.32' } },
        severity: 'warning',
      },
      {
        path: 'contactTypes.calls.volume',
        hint: { key: 'fewContacts', values: { contacts: 27, period: 'month', comma: '27,000', scaled: '27k', plain: '27000' } },
        severity: 'warning',
      },
    ]);
  });

  it('in a variant at the variant', () => {
    const variants = [{ name: 'a', changes: { 'agents.experts.shrinkage': '0.3%' } }];
    expect(unlikely({ variants })).toEqual(['variants.a.agents.experts.shrinkage otherShare']);
  });
});

it.each(presetNames())('%s has none', (name) => {
  const parsed = parseScenario(presetText(name)!);
  expect(parsed.ok && said(parsed.warnings)).toEqual([]);
});
