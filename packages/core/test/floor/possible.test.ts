import type { Json, ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import {
  agentFields,
  agentIndex,
  countFields,
  countIndex,
  createReplicator,
  totalsLayout,
  type AgentField,
  type CountField,
} from '../../src/index.ts';
import { documentWith } from '../support/document.ts';
import { studyOn } from './twoFloors.ts';

const path = 'contactTypes.service';

describe('the instant floor counts what is possible', () => {
  it.each([true, false])('in 128 rough worlds with every channel and callbacks that keep their place: %s', (keepsPlace) => {
    const document = documentWith(
      {
        [`${path}.volume`]: 6000,
        [`${path}.channels`]: { phone: '65%', chat: '25%', email: '10%' },
        [`${path}.handleTime.chat`]: { mean: '500 s' },
        [`${path}.handleTime.email`]: { mean: '600 s' },
        [`${path}.patience.chat`]: '180 s',
        [`${path}.variation`]: { dayToDay: '30%', withinDay: '20%' },
        [`${path}.repeat.share`]: '50%',
        [`${path}.redial.share`]: '50%',
        'levers.callback': { accepts: '40%', keepsPlace },
        'levers.routing': { misroute: '5%', transferAdds: '60 s' },
        'levers.ivr.unresponsiveCallers': { share: '3%', screened: '50%', falseDrops: '1%' },
      },
      {
        horizon: { start: '2026-01-05', weeks: 3 },
        calendar: { interval: '30 min', open: { 'mon-fri': '08:00-18:00' }, dayShape: 'flat', seasons: [1, 1.15, 0.9] },
        targets: { serviceLevel: { phone: { atLeast: '80%', within: '20 s' }, chat: { atLeast: '80%', within: '60 s' } } },
      },
    );
    expect(impossibleIn(document, 128).join('\n')).toBe('');
  });

  const service = (patience: string, more: Readonly<Record<string, Json>> = {}) => ({
    volume: 6000,
    handleTime: { phone: '300 s' },
    patience: { phone: patience },
    redial: { share: '50%', after: '10 min' },
    ...more,
  });
  const group = (...skills: string[]) => ({ skills, wage: '20 per h' });
  const twoHours = { interval: '30 min', open: { sun: '10:00-12:00' } };

  it.each<[string, Readonly<Record<string, Json>>]>([
    [
      'one helps the other, whose callers wait for a second and call again at once',
      {
        contactTypes: { helped: service('3 min', { handleTime: { phone: '20 min' } }), brief: service('1 s', { redial: { after: '0' } }) },
        agents: { both: { skills: { helped: 2, brief: 1 }, wage: '20 per h' }, own: group('helped') },
      },
    ],
    [
      'two agents for a load of twenty, one kind of whose callers wait for a second, with callbacks by the length of the queue',
      {
        horizon: { start: '2027-01-01', weeks: 4 },
        calendar: { open: { 'mon-sat': '09:00-13:00', sun: '10:00-12:00' } },
        contactTypes: {
          brief: {
            volume: '10k per month',
            channels: { phone: '90%', email: '10%' },
            handleTime: { phone: '5 min', email: '20 min' },
            patience: { phone: '1 s' },
          },
          patient: { volume: '2k per week', handleTime: { phone: '5 min' }, variation: { dayToDay: '60%', shared: '100%' } },
        },
        agents: { all: group('patient', 'brief') },
        staffing: { plan: 'roster', roster: { all: { 'mon-sun': 2 } } },
        levers: { callback: { accepts: '80%', offerWhen: 'queueLength' } },
      },
    ],
    [
      'one agent for a load of hundreds, with callbacks apart from the line',
      {
        calendar: twoHours,
        contactTypes: { only: service('2 h', { handleTime: { phone: '20 min' } }) },
        agents: { all: group('only') },
        staffing: { plan: 'roster', roster: { all: { 'mon-sun': 1 } } },
        levers: { callback: { accepts: '5%', keepsPlace: false } },
      },
    ],
    [
      'idle agents, so that next to nobody is offered a callback',
      {
        horizon: { start: '2026-03-29', weeks: 4 },
        calendar: { open: { sun: '10:00-12:00' } },
        contactTypes: {
          only: {
            volume: '300 per month',
            handleTime: { phone: '20 min' },
            patience: { phone: { balk: '0%' } },
            variation: { withinDay: '0%' },
          },
        },
        agents: { all: group('only') },
        staffing: {},
        targets: { abandonment: { atMost: '0%' } },
        levers: { callback: { accepts: '80%', reserveIdle: 2, reached: '100%' } },
      },
    ],
  ])('%s', (_, topLevel) => {
    const document = documentWith({}, { horizon: { start: '2026-01-05', weeks: 4 }, ...topLevel });
    expect(impossibleIn(document, 64).join('\n')).toBe('');
  });
});

/** What cannot be in the Totals of the baseline, one to a line. */
function impossibleIn(document: ScenarioDocument, futures: number): readonly string[] {
  const study = studyOn('erlang', document);
  const model = study.models[0]!;
  const layout = totalsLayout(model);
  const totals = createReplicator(study)(0, futures).totals[0]!;
  const ends = ['handled', 'unresponsive', 'abandoned', 'blocked', 'closedOut', 'callbackLost', 'openAtEnd'] as const;
  const impossible: string[] = [];
  for (let future = 0; future < futures; future++) {
    const at = future * layout.length;
    model.contactTypes.forEach((_, type) => {
      model.channels.forEach((name, channel) => {
        const count = (field: CountField): number => totals[at + countIndex(layout, field, type, channel)]!;
        const offered = count('offered');
        for (const field of countFields)
          if (!(count(field) >= -1e-6 * offered)) impossible.push(`${future} ${name} ${field} ${count(field)}`);
        const sum = ends.reduce((all, field) => all + count(field), 0);
        if (Math.abs(sum - offered) > 1e-6 * offered) impossible.push(`${future} ${name} ends ${sum} of ${offered}`);
        if (count('callbackAccepted') > offered) impossible.push(`${future} ${name} callbacks`);
        if (count('callbackKept') > count('callbackReached') || count('callbackReached') > count('callbackAccepted'))
          impossible.push(`${future} ${name} callbacks kept ${count('callbackKept')} of ${count('callbackAccepted')}`);
      });
    });
    model.groups.forEach((_, group) => {
      const seconds = (field: AgentField): number => totals[at + agentIndex(layout, field, group)]!;
      for (const field of agentFields)
        if (!(seconds(field) >= -1e-6 * seconds('paid'))) impossible.push(`${future} ${field} ${seconds(field)}`);
    });
  }
  return impossible;
}
