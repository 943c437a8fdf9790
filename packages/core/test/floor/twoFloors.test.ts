import { describe, expect, it, vi } from 'vitest';
import type { Study } from '../../src/index.ts';
import { documentWith } from '../support/document.ts';
import { everythingWith } from '../support/everything.ts';
import { compareFloors, withExponentialWork, type Comparison } from './twoFloors.ts';

// Millions of contacts: half a minute of a core that has nothing else to do.
vi.setConfig({ testTimeout: 300_000 });

/** Standard errors, of the paired difference over the worlds, that chance is given. */
const chance = 4;

const away = ({ difference, error }: Comparison): number => (difference === 0 ? 0 : Math.abs(difference) / error);

/** KPIs that differ by more than chance, and by how many standard errors. */
const apart = (kpis: Readonly<Record<string, Comparison>>, ids: readonly string[]): readonly string[] =>
  ids.flatMap((id) => (away(kpis[id]!) <= chance ? [] : [`${id}: ${away(kpis[id]!).toFixed(1)} standard errors`]));

const queueing = ['serviceLevel.phone', 'asa.phone', 'meanWait.phone', 'abandonment.phone', 'occupancy.phone', 'idleShare'];
const counts = ['contacts.need', 'contacts.offered', 'contacts.handled', 'contacts.resolved', 'handleTime.phone', 'fcr.phone'];
const money = ['totalCost', 'cpc.handled', 'cpc.offered', 'cpc.need', 'cpc.resolved'];

/** In the same worlds, whose roster is the baseline's. */
const slower = { name: 'Slower by 2%', response: 'locked', changes: { 'contactTypes.service.handleTime.phone.mean': '306 s' } } as const;

/** Redials, repeats, busyness and every filter, on the plain line. */
const alive = {
  'contactTypes.service.redial.share': '40%',
  'contactTypes.service.repeat.share': '60%',
  'contactTypes.service.difficulty': { selfService: 0.6, containment: 0.5 },
} as const;
const levers = {
  ivr: {
    time: '20 s',
    hangUps: '2%',
    containment: { service: '15%' },
    verification: { offeredTo: '50%', success: '60%', saves: '30 s', failureAdds: '10 s' },
  },
  selfService: { service: { tries: '20%', succeeds: '50%', failureAdds: '25 s', returnsWithin72h: '10%' } },
} as const;

describe('exponential handle times and patience at constant rates: the instant floor is exact, and so is this one (seed "plain")', () => {
  it.each([
    ['5 erlangs', 3000, 256],
    ['30 erlangs', 18_000, 64],
  ])('%s: every KPI within four standard errors of the difference', (_, volume, replications) => {
    const document = documentWith({ 'contactTypes.service.volume': volume });
    const kpis = compareFloors(document, replications, { edit: withExponentialWork });
    expect(apart(kpis, [...queueing, ...counts, ...money])).toEqual([]);
  });

  it('twin: a service rate off by 2% is seen in every wait', () => {
    const document = documentWith({ 'contactTypes.service.volume': 3000 }, { variants: [slower] });
    const kpis = compareFloors(document, 256, { edit: withExponentialWork, exactModel: 1 });
    for (const id of ['abandonment.phone', 'occupancy.phone', 'idleShare', 'handleTime.phone'])
      expect(away(kpis[id]!), id).toBeGreaterThan(chance);
  });

  it('twin: so is a handle time that is lognormal, of the same cv: 4% fewer abandon', () => {
    const kpis = compareFloors(documentWith({ 'contactTypes.service.volume': 3000 }), 256);
    for (const id of ['meanWait.phone', 'abandonment.phone']) {
      expect(away(kpis[id]!), id).toBeGreaterThan(chance);
      expect(Math.abs(kpis[id]!.difference / kpis[id]!.instant)).toBeLessThan(0.06);
    }
  });
});

/** What does not depend on how long anybody waits: equal in expectation on both floors. */
const atTheDoor = ['contacts.need', 'containment.phone', 'selfService.completion', 'handleTime.phone', 'fcr.phone'];

/**
 * How far the instant floor may be from this one where it approximates: handle times that are not exponential, rates that change within a
 * handle time. Absolute for shares, relative for the rest.
 */
const stated: Readonly<Record<string, number>> = {
  'serviceLevel.phone': 0.02,
  'abandonment.phone': 0.004,
  'occupancy.phone': 0.01,
  repeatRate: 0.01,
  redialRate: 0.004,
  'asa.phone': 0.1,
  'contacts.offered': 0.01,
  'contacts.handled': 0.01,
  'contacts.resolved': 0.01,
  totalCost: 0.002,
  'cpc.need': 0.005,
  'cpc.offered': 0.01,
  'cpc.handled': 0.005,
  'cpc.resolved': 0.005,
};

describe('where the instant floor approximates', () => {
  it.each([
    [
      'one line with all filters, redials, repeats and busyness',
      documentWith({ 'contactTypes.service.volume': 6000, ...alive, 'contactTypes.service.variation.dayToDay': '8%' }, { levers }),
      96,
    ],
    ['two lines, an event, ranges: all there is', everythingWith({}, { variants: [] }), 96],
  ] as const)('%s: what the door counts within chance, the rest as stated', (_, document, replications) => {
    const kpis = compareFloors(document, replications);
    expect(apart(kpis, atTheDoor)).toEqual([]);
    for (const [id, tolerance] of Object.entries(stated)) {
      const { instant, difference, error } = kpis[id]!;
      const scale = tolerance < 0.05 && instant < 1 ? 1 : instant;
      expect(Math.abs(difference), id).toBeLessThan(tolerance * scale + chance * error);
    }
  });

  it('twin: a front door that verifies 50% more is seen at the door', () => {
    const variants = [{ name: 'More', response: 'locked', changes: { 'levers.ivr.verification.offeredTo': '100%' } }] as const;
    const kpis = compareFloors(documentWith({ 'contactTypes.service.volume': 6000, ...alive }, { levers, variants }), 96, {
      exactModel: 1,
    });
    expect(apart(kpis, atTheDoor)).toHaveLength(1);
  });
});

describe('work after a contact, four fifths of it, with repeats, verification and an event', () => {
  const path = 'contactTypes.service.handleTime.phone.afterContactWork';
  const lessAfter = { name: 'Less', response: 'locked', changes: { [path]: '234 s' } } as const;
  const document = documentWith(
    { 'contactTypes.service.volume': 3000, ...alive, [path]: '240 s' },
    {
      levers,
      agents: { team: { skills: ['service'], wage: '0 per h', shrinkage: '30%' } },
      costs: { telephony: '1 per minute' },
      variants: [lessAfter],
    },
  );

  it('is on no telephone, in the mean as on the instant floor', () => {
    const { totalCost } = compareFloors(document, 64);
    expect(totalCost!.error / totalCost!.instant).toBeLessThan(0.005);
    expect(apart({ totalCost: totalCost! }, ['totalCost'])).toEqual([]);
  });

  it('twin: six seconds less of it are seen', () => {
    expect(away(compareFloors(document, 64, { exactModel: 1 })['totalCost']!)).toBeGreaterThan(chance);
  });
});

describe('what planners type is what the exact floor reports, within noise', () => {
  it('volume, handle time and first-contact resolution of a line with all filters, redials and repeats (four weeks, 64 futures)', () => {
    const document = documentWith(
      { 'contactTypes.service.volume': 3000, ...alive },
      { levers, horizon: { start: '2026-01-05', weeks: 4 } },
    );
    const kpis = compareFloors(document, 64);
    for (const [id, typed] of [
      ['contacts.offered', 3000],
      ['handleTime.phone', 300],
      ['fcr.phone', 0.75],
    ] as const) {
      const { exact, error } = kpis[id]!;
      expect(error / typed).toBeLessThan(0.003);
      expect(Math.abs(exact - typed), id).toBeLessThan(chance * error);
    }
  });

  it('twin: with reports taken at their word, neither volume nor handle time is', () => {
    const document = documentWith({ 'contactTypes.service.volume': 3000, ...alive }, { levers });
    const asTyped = (study: Study): Study => ({
      ...study,
      models: study.models.map((model) => ({
        ...model,
        inversion: { ...model.inversion, needsPerTypedContact: Float64Array.of(1), handleTimeFactor: Float64Array.of(1) },
      })),
    });
    const kpis = compareFloors(document, 64, { edit: asTyped });
    expect(Math.abs(kpis['contacts.offered']!.exact / 3000 - 1)).toBeGreaterThan(0.05);
    expect(Math.abs(kpis['handleTime.phone']!.exact / 300 - 1)).toBeGreaterThan(0.01);
  });
});
