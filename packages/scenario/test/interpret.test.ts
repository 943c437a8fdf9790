import { describe, expect, it } from 'vitest';
import {
  checkDocument,
  describeLeaf,
  getAt,
  interpret,
  parsePath,
  parseScenario,
  presetNames,
  presetText,
  type Cost,
  type Leaf,
  type Scenario,
} from '../src/index.ts';
import { bank, bankDocument, least, type Editable } from './documents.ts';

const { scenarios } = interpret(bankDocument());
const baseline = scenarios[0]!.scenario;
const variant = scenarios[1]!.scenario;

const certain = (value: number) => ({ family: 'certain', value });
const amount = (cost: Cost | undefined) => [cost!.amount.path, cost!.amount.distribution, cost!.basis];

/** Every leaf of a scenario, wherever it stands. */
function leaves(value: unknown): Leaf[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('distribution' in value) return [value as Leaf];
  return Object.values(value).flatMap(leaves);
}

const changed = (edit: (document: Editable) => void): Scenario => {
  const document = bank();
  edit(document);
  const parsed = checkDocument(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return interpret(parsed.document).scenarios[0]!.scenario;
};

// Worked out by hand from the text of test/documents/bank.yaml.
describe('the example in SI units', () => {
  it('names its scenarios', () => {
    expect(scenarios.map(({ name }) => name)).toEqual(['baseline', 'IVR verification']);
    expect(baseline).toMatchObject({
      name: 'Retail bank, service line',
      currency: 'USD',
      timeZone: 'America/New_York',
      period: 'month',
      headline: 'handled',
      horizon: { start: '2026-01-05', weeks: 4 },
      replications: 4096,
      seed: 'spring-plan',
      oneOff: null,
    });
  });

  it('calendar', () => {
    const { calendar } = baseline;
    expect(calendar).toMatchObject({
      intervalMinutes: 30,
      weekStarts: 'mon',
      closeGraceSeconds: 900,
      holidays: ['2026-01-19'],
      seasons: [1, 1.02, 1.1, 0.97],
    });
    expect(calendar.open[0]).toEqual([{ fromMinute: 480, toMinute: 1200 }]);
    expect(calendar.open[5]).toEqual([{ fromMinute: 540, toMinute: 840 }]);
    expect(calendar.open[6]).toEqual([]);
    expect(calendar.dayWeights).toEqual([1.18, 1.05, 0.98, 0.96, 1.01, 0.4, 0]);
    expect(calendar.dayShape.map((day) => day.length)).toEqual(Array(7).fill(48));
    expect(calendar.dayShape.map((day) => day.filter((weight) => weight > 0).length)).toEqual([24, 24, 24, 24, 24, 10, 0]);
    // twin-peak is 0.7 at 08:00 and 0.95 at 09:00; the middle of the first interval lies a quarter of the way.
    expect(calendar.dayShape[0]![16]).toBeCloseTo(0.7 + 0.25 * 0.25, 12);
    expect(calendar.events).toMatchObject([
      {
        name: null,
        from: '2026-01-15',
        to: '2026-01-17',
        volume: { distribution: certain(2.2) },
        handleTime: { distribution: certain(1.25) },
        contactTypes: null,
      },
    ]);
  });

  it('contact types', () => {
    const [billing, technical] = baseline.contactTypes;
    expect(billing).toMatchObject({
      name: 'billing',
      counted: 'offered',
      volume: {
        path: 'contactTypes.billing.volume',
        distribution: { family: 'range', low: 110_000, likely: 120_000, high: 132_000 },
        class: 'volume',
        role: 'operational',
      },
      variation: {
        dayToDay: { distribution: certain(0.08) },
        shared: { distribution: certain(0.7) },
        withinDay: { distribution: certain(0.05) },
      },
      channels: {
        phone: { distribution: certain(0.7) },
        chat: { distribution: certain(0.18) },
        email: { distribution: certain(0.1) },
        social: { distribution: certain(0.02) },
      },
      handleTime: {
        phone: {
          mean: { distribution: certain(345) },
          cv: { distribution: certain(0.9) },
          afterContactWork: { distribution: certain(60) },
          family: 'lognormal',
        },
        chat: { mean: { distribution: certain(540) }, afterContactWork: { distribution: certain(0), source: 'default' } },
        email: { mean: { distribution: certain(600) }, cv: { distribution: certain(1), source: 'default' } },
        social: { mean: { path: 'contactTypes.billing.handleTime.social.mean', distribution: certain(240) } },
      },
      patience: {
        phone: { mean: { distribution: certain(180) }, balk: { distribution: certain(0.01) } },
        chat: { mean: { distribution: certain(120) } },
        email: null,
      },
      firstContactResolution: {
        value: { path: 'contactTypes.billing.firstContactResolution', distribution: certain(0.78) },
        measured: 'surveyed',
      },
      repeat: {
        share: { distribution: certain(0.65) },
        after: { distribution: certain(86_400) },
        handleTime: { distribution: certain(1.1) },
      },
      redial: { share: { distribution: certain(0.4) }, after: { distribution: certain(600) } },
      difficulty: { selfService: { distribution: certain(0.6) }, containment: { distribution: certain(0.5) } },
    });
    expect(technical).toMatchObject({
      handleTime: { phone: { mean: { distribution: certain(540) } }, chat: null },
      redial: { share: { source: 'default' } },
    });
  });

  it('channels and agents', () => {
    expect(baseline.channelSettings).toMatchObject({
      phone: { trunks: 400 },
      chat: { cap: 3, stretch: { distribution: certain(0.25) }, measuredAt: { distribution: certain(2.1) }, handleTimes: null },
      email: { respondWithin: { distribution: certain(28_800) }, clock: false },
      social: { respondWithin: { distribution: certain(7200) } },
    });
    const [frontline, experts] = baseline.agents;
    expect(frontline).toMatchObject({
      name: 'frontline',
      skills: [{ contactType: 'billing', level: 1 }],
      wage: { distribution: { family: 'range', low: 17, likely: 17.6, high: 18.6 }, role: 'financial', class: 'wage' },
      onCost: { distribution: certain(0.28), role: 'financial' },
    });
    expect(frontline!.shrinkage.every(({ of }) => of === 'left')).toBe(true);
    expect(frontline!.shrinkage.map(({ name, share }) => [name, share.path, share.distribution])).toEqual([
      ['leave', 'agents.frontline.shrinkage.leave', certain(0.09)],
      ['sickness', 'agents.frontline.shrinkage.sickness', certain(0.04)],
      ['training', 'agents.frontline.shrinkage.training', certain(0.03)],
      ['breaks', 'agents.frontline.shrinkage.breaks', certain(0.12)],
      ['other', 'agents.frontline.shrinkage.other', certain(0.05)],
    ]);
    expect(experts).toMatchObject({
      skills: [
        { contactType: 'technical', level: 1, handleTime: { distribution: certain(1) } },
        { contactType: 'billing', level: 2, handleTime: { path: 'agents.experts.skills.billing.handleTime', distribution: certain(1.1) } },
      ],
      shrinkage: [{ share: { path: 'agents.experts.shrinkage', distribution: certain(0.33), class: 'shrinkage' } }],
    });
  });

  it('staffing and targets', () => {
    expect(baseline.staffing).toMatchObject({
      plan: 'to target',
      response: 're-plan',
      forecastError: { distribution: certain(0.05) },
      scheduleEfficiency: { distribution: certain(0.92) },
      maxOccupancy: { distribution: certain(0.85) },
      hoursPerWeek: 40,
      roster: null,
      headcount: null,
      people: {
        attrition: { distribution: certain(0.35) },
        hireLag: { distribution: certain(6 * 604_800) },
        training: { distribution: certain(4 * 604_800) },
        ramp: { distribution: certain(12 * 604_800) },
        overtime: { max: { distribution: certain(0.1) }, premium: { distribution: certain(0.5), role: 'financial' } },
      },
    });
    const target = {
      atLeast: { distribution: certain(0.8) },
      withinSeconds: { distribution: certain(20) },
      rule: 'answered / offered',
      every: 'period',
    };
    expect(baseline.targets).toMatchObject({
      serviceLevel: { phone: target, chat: target },
      abandonment: { phone: { atLeast: null, atMost: { path: 'targets.abandonment.atMost', distribution: certain(0.05) } } },
      deferred: { email: { atLeast: { distribution: certain(0.9) } }, social: null },
      speedOfAnswer: null,
      occupancy: null,
      chance: 0.9,
      tolerance: { serviceLevel: 0.005, abandonment: 0.002, speedOfAnswerSeconds: 1 },
    });
  });

  it('costs', () => {
    const { costs } = baseline;
    expect(amount(costs.telephony[0])).toEqual(['costs.telephony', certain(0.012), { on: 'minute' }]);
    expect(amount(costs.technology[0])).toEqual(['costs.technology', certain(18_000), { on: 'period', per: 'month' }]);
    expect(amount(costs.softwareLicences[0])).toEqual(['costs.softwareLicences', certain(110), { on: 'seat', per: 'month' }]);
    expect(amount(costs.chat[0])).toEqual(['costs.chat', certain(0.05), { on: 'contact' }]);
    expect(amount(costs.hiring[0])).toEqual(['costs.hiring', certain(4200), { on: 'hire' }]);
    expect(costs.management).toMatchObject({
      oneFor: { distribution: certain(15) },
      wage: { distribution: certain(31) },
      onCost: { distribution: certain(0.28), source: 'default' },
    });
    expect(costs.penalties).toMatchObject({
      serviceLevelBelow: { distribution: certain(0.8) },
      cost: { amount: { path: 'costs.penalties.amount' }, basis: { on: 'period', per: 'month' } },
    });
  });

  it('levers', () => {
    const { ivr, callback, routing, selfService, software, rootCause } = baseline.levers;
    expect(ivr).toMatchObject({
      time: { distribution: certain(35) },
      costPerMinute: { amount: { distribution: certain(0.03) }, basis: { on: 'minute' } },
      platform: { amount: { distribution: certain(9000) }, basis: { on: 'period', per: 'month' } },
      hangUps: { distribution: certain(0.02) },
      verification: {
        offeredTo: { distribution: certain(0) },
        success: { distribution: certain(0.62) },
        saves: { distribution: certain(42) },
        failureAdds: { distribution: certain(10) },
      },
      containment: [{ contactType: 'billing', share: { path: 'levers.ivr.containment.billing', distribution: certain(0.12) } }],
      unresponsiveCallers: {
        share: { distribution: certain(0.03) },
        falseDrops: { distribution: certain(0.004) },
        agentSeconds: { distribution: certain(18) },
      },
    });
    expect(callback).toMatchObject({
      offerWhen: 'wait',
      keepsPlace: true,
      attempts: 3,
      retryAfter: { distribution: certain(1200) },
      promise: { distribution: certain(3600) },
    });
    expect(routing).toMatchObject({
      overflowAfter: [{ group: 'experts', after: { distribution: certain(45) } }],
      transferAdds: { distribution: certain(90) },
    });
    expect(selfService.byContactType).toHaveLength(1);
    expect(selfService).toMatchObject({
      byContactType: [{ contactType: 'billing', tries: { distribution: certain(0.3) } }],
      costPerSession: { basis: { on: 'session' } },
    });
    expect(software).toMatchObject({
      handleTime: { distribution: certain(1) },
      firstContactResolution: { distribution: certain(0) },
      licence: { basis: { on: 'seat', per: 'month' } },
    });
    expect(rootCause).toMatchObject([
      {
        contactType: 'billing',
        volume: { distribution: certain(1) },
        oneOff: { amount: { distribution: certain(0) }, basis: { on: 'once' } },
      },
    ]);
  });

  it('correlations and investment', () => {
    expect(baseline.correlations).toEqual([
      { ends: ['volume', 'handleTime'], rho: 0.3 },
      { ends: ['volume', 'shrinkage'], rho: 0.3 },
    ]);
    expect(baseline.withinClass).toEqual({ volume: 0.7, handleTime: 0.7, wage: 0.7, shrinkage: 0.7 });
    expect(baseline.investment).toMatchObject({ years: 3, discount: { distribution: certain(0.08), role: 'financial' } });
  });

  it('the variant differs by its changes, and by nothing else', () => {
    expect(variant).toMatchObject({
      starts: '2026-03-01',
      rampSeconds: 8 * 604_800,
      oneOff: { amount: { distribution: certain(60_000) }, basis: { on: 'once' } },
    });
    expect(variant.levers.ivr).toMatchObject({
      verification: { offeredTo: { distribution: certain(0.68) } },
      platform: { amount: { distribution: certain(12_000) } },
    });
    const before = leaves({ ...baseline, oneOff: null });
    const after = leaves({ ...variant, oneOff: null });
    expect(after.map(({ path }) => path)).toEqual(before.map(({ path }) => path));
    expect(after.filter((leaf, i) => JSON.stringify(leaf) !== JSON.stringify(before[i])).map(({ path }) => path)).toEqual([
      'levers.ivr.platform',
      'levers.ivr.verification.offeredTo',
    ]);
  });
});

describe('every leaf', () => {
  it.each([['the example', bankDocument()] as const, ...presetNames().map((name) => [name, parseScenario(presetText(name)!)] as const)])(
    'of %s has one path that describes it',
    (_, parsed) => {
      const document = 'ok' in parsed ? (parsed.ok ? parsed.document : null) : parsed;
      for (const { scenario } of interpret(document as ReturnType<typeof bankDocument>).scenarios) {
        const all = leaves({ ...scenario, oneOff: null }).filter(({ source }) => source !== 'default');
        const unique = new Set(all.map(({ path }) => path));
        // A target for phone and chat alike is one leaf seen twice.
        expect([...unique].every((path) => all.filter((leaf) => leaf.path === path).length === 1 || path.startsWith('targets.'))).toBe(
          true,
        );
        for (const { path, quantity } of all) expect(describeLeaf(path)?.quantity, path).toBe(quantity);
      }
    },
  );

  it('that the document states stands at its path, or in a short form above it', () => {
    const document = bankDocument();
    for (const { path } of leaves({ ...baseline, oneOff: null }).filter(({ source }) => source !== 'default')) {
      const parsed = parsePath(path);
      if (!parsed.ok) throw new Error(path);
      expect(getAt(document, parsed.path) ?? getAt(document, parsed.path.slice(0, -1)), path).toBeDefined();
    }
  });
});

describe('other spellings', () => {
  it('of lists: items go by their name', () => {
    expect(variant.oneOff!.amount.path).toBe('variants."IVR verification".oneOff');
    expect(baseline.calendar.events[0]!.volume.path).toBe('calendar.events[0].volume');
    const { calendar } = changed((document) => {
      document['calendar']!['events']![0]!['name'] = 'storm' as never;
    });
    expect(calendar.events[0]!.volume.path).toBe('calendar.events.storm.volume');
    expect(describeLeaf('calendar.events.storm.volume')).toEqual(describeLeaf('calendar.events[0].volume'));
  });

  it('of sources: the document speaks for values that say nothing, not for defaults', () => {
    const scenario = changed((document) => {
      document['source'] = 'estimated' as never;
      document['contactTypes']!['technical']!['volume'] = { value: '30k', source: 'measured', note: 'ACD' } as never;
    });
    expect(scenario.contactTypes[1]!.volume).toMatchObject({ source: 'measured', note: 'ACD' });
    expect(scenario.contactTypes[0]!.volume.source).toBe('estimated');
    expect(scenario.contactTypes[1]!.redial.share.source).toBe('default');
  });

  it('of costs: lists and staircases', () => {
    const { costs } = changed((document) => {
      document['costs']!['technology'] = [
        '18000 per month',
        { amount: { low: '900 per month', likely: '1000 per month', high: '1300 per month' }, perStarted: '50 seats' },
      ] as never;
    });
    expect(costs.technology).toMatchObject([
      { amount: { path: 'costs.technology[0]' }, step: null },
      { amount: { path: 'costs.technology[1].amount', distribution: { family: 'range', likely: 1000 } }, step: { of: 50, unit: 'seats' } },
    ]);
    expect(describeLeaf('costs.technology[1].amount')).not.toBeNull();
  });

  it('of targets: by channel', () => {
    const { targets } = changed((document) => {
      document['targets']!['serviceLevel'] = { phone: { atLeast: '75%', within: '30 s' } } as never;
      document['targets']!['abandonment'] = { chat: { atMost: '8%' } } as never;
    });
    expect(targets.serviceLevel).toMatchObject({
      phone: { atLeast: { path: 'targets.serviceLevel.phone.atLeast', distribution: certain(0.75) } },
      chat: null,
    });
    expect(targets.abandonment).toMatchObject({ phone: null, chat: { atMost: { distribution: certain(0.08) } } });
  });

  it('of rosters and headcounts', () => {
    const { staffing } = changed((document) => {
      document['staffing']!['plan'] = 'roster' as never;
      document['staffing']!['roster'] = {
        frontline: { 'mon-fri': 12, sat: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
        experts: { daily: 3 },
      } as never;
    });
    expect(staffing.roster![0]!.agents[0]!.filter((agents) => agents === 12)).toHaveLength(24);
    expect(staffing.roster![0]!.agents[5]!.slice(17, 29)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0]);
    expect(staffing.roster![1]!.agents[6]!.every((agents) => agents === 0)).toBe(true);
  });

  it('of days: weights per open interval and by weekday', () => {
    const { calendar } = changed((document) => {
      document['calendar']!['dayShape'] = { 'mon-fri': 'flat', sat: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] } as never;
    });
    expect(calendar.dayShape[5]!.slice(17, 29)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0]);
    expect(calendar.dayShape[0]!.slice(15, 17)).toEqual([0, 1]);
  });
});

it('fills in the least document', () => {
  const parsed = parseScenario(least);
  if (!parsed.ok) throw new Error('valid');
  const { scenario } = interpret(parsed.document).scenarios[0]!;
  expect(scenario.contactTypes[0]!.channels.phone.distribution).toEqual(certain(1));
  expect(scenario.targets.serviceLevel.phone).toMatchObject({
    atLeast: { distribution: certain(0.8), source: 'default' },
    withinSeconds: { distribution: certain(20) },
  });
  expect(scenario.levers.callback.accepts.distribution).toEqual(certain(0));
  expect(scenario.levers.ivr.time.distribution).toEqual(certain(0));
  expect(scenario.costs.telephony).toEqual([]);
  expect(
    leaves(scenario)
      .filter(({ source }) => source === null)
      .map(({ path }) => path),
  ).toEqual(['contactTypes.calls.volume', 'contactTypes.calls.handleTime.phone.mean', 'agents.team.wage']);
});
