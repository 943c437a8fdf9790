import { describe, expect, it } from 'vitest';
import { countFields, countIndex, createReplicator, totalsLayout } from '../../src/index.ts';
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
    const study = studyOn('erlang', document);
    const model = study.models[0]!;
    const layout = totalsLayout(model);
    const futures = 128;
    const totals = createReplicator(study)(0, futures).totals[0]!;
    const count = (future: number, field: (typeof countFields)[number], channel: number): number =>
      totals[future * layout.length + countIndex(layout, field, 0, channel)]!;
    const ends = ['handled', 'unresponsive', 'abandoned', 'blocked', 'closedOut', 'callbackLost', 'openAtEnd'] as const;
    const impossible: string[] = [];
    for (let future = 0; future < futures; future++)
      model.channels.forEach((name, channel) => {
        const offered = count(future, 'offered', channel);
        for (const field of countFields) {
          const value = count(future, field, channel);
          if (!(value >= -1e-6 * offered)) impossible.push(`${future} ${name} ${field} ${value}`);
        }
        const sum = ends.reduce((all, field) => all + count(future, field, channel), 0);
        if (Math.abs(sum / offered - 1) > 1e-6) impossible.push(`${future} ${name} ends ${sum} of ${offered}`);
        if (count(future, 'callbackAccepted', channel) > offered) impossible.push(`${future} ${name} callbacks`);
      });
    expect(impossible.join('\n')).toBe('');
  });
});
