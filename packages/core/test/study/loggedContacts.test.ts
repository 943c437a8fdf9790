import { describe, expect, it } from 'vitest';
import { compileStudy, countIndex, loggedContacts, replicate, totalsLayout, type CountField, type LoggedContact } from '../../src/index.ts';
import { documentWith } from '../support/document.ts';

const document = documentWith(
  {
    'contactTypes.service.volume': '2k',
    'contactTypes.service.redial': { share: '60%', after: '5 min' },
    'contactTypes.service.repeat': { share: '50%', after: '1 day', handleTime: 'x1.2' },
    'contactTypes.service.patience.phone.mean': '60 s',
    'staffing.maxOccupancy': '100%',
  },
  { variants: [{ name: 'Slower', changes: { 'levers.software.handleTime': '+5%' } }] },
);
const compiled = compileStudy(document, { floor: 'calls' });
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
const { study } = compiled;
const contacts = [...loggedContacts(study, 3)];

describe('the contacts of one future', () => {
  it('are those that its totals count', () => {
    const { totals } = replicate(study, 3, 4);
    study.models.forEach((model, index) => {
      const counted = (field: CountField): number => totals[index]![countIndex(totalsLayout(model), field, 0, 0)]!;
      const own = contacts.filter(({ scenario }) => scenario === model.name);
      const all = (holds: (contact: LoggedContact) => boolean): number => own.filter(holds).length;
      expect(own.length).toBe(counted('offered'));
      expect(all(({ outcome }) => outcome === 'handled')).toBe(counted('handled'));
      expect(all(({ outcome }) => outcome === 'abandoned')).toBe(counted('abandoned'));
      expect(all(({ outcome }) => outcome === 'closedOut')).toBe(counted('closedOut'));
      expect(all(({ origin }) => origin === 'redial')).toBe(counted('redials'));
      expect(all(({ origin }) => origin === 'repeat')).toBe(counted('repeats'));
      const waited = own.reduce((sum, { waitSeconds }) => sum + (waitSeconds ?? 0), 0);
      expect(waited / counted('waitSecondsAll')).toBeCloseTo(1, 9);
    });
  });

  it('are of the same customers in every scenario, at the same moments', () => {
    const needs = (name: string) =>
      contacts
        .filter(({ scenario, origin }) => scenario === name && origin === 'need')
        .map(({ customer, arrivedSeconds }) => [customer, arrivedSeconds]);
    expect(needs('Slower')).toEqual(needs('baseline'));
    expect(new Set(needs('Slower').map(([customer]) => customer)).size).toBeGreaterThan(0.999 * needs('Slower').length);
  });

  it('follow from one another: a redial comes after one that was not served, a repeat after one that was', () => {
    const byNumber = new Map(contacts.map((contact) => [`${contact.scenario} ${contact.contact}`, contact]));
    let followed = 0;
    for (const { scenario, origin, follows, arrivedSeconds, customer, attempt } of contacts) {
      const first = byNumber.get(`${scenario} ${follows}`);
      if (first === undefined) continue;
      followed++;
      expect(first.customer).toBe(customer);
      expect(attempt).toBe(first.attempt + 1);
      expect(arrivedSeconds).toBeGreaterThanOrEqual(first.endedSeconds!);
      expect(first.outcome === 'handled').toBe(origin === 'repeat');
      if (origin === 'repeat') expect(first.resolved).toBe(false);
    }
    expect(followed).toBeGreaterThan(20);
  });

  it('are told of no replication that there is none of', () => {
    expect(() => [...loggedContacts(study, -1)]).toThrow(RangeError);
    expect(() => [...loggedContacts(study, 0.5)]).toThrow(RangeError);
  });
});
