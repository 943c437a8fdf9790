import { applyChanges, parseScenario, presetText, type ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { carryOver } from '../../src/floor/erlang/carryOver.ts';
import { queueFieldCount, queueFields } from '../../src/floor/erlang/intervalQueue.ts';
import { countIndex, totalsLayout, weekIndex, type WeekField } from '../../src/floor/totals.ts';
import { replicate } from '../../src/index.ts';
import { studyOf } from '../support/document.ts';

const parsed = parseScenario(presetText('bank-ivr-verification')!);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const bank = parsed.document;

/** The bank with so long a verification of those who failed it: handle times of many intervals. */
function failingFor(failureAdds: string): ScenarioDocument {
  const changed = applyChanges(bank, { 'levers.ivr.verification.failureAdds': failureAdds });
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
  return changed.document;
}

describe('handle times that are long beside the interval', () => {
  it.each(['10 h', '100 h', '1000 h'])('leave nobody waiting less than no time, nor more answered than there were: %s', (failureAdds) => {
    const study = studyOf(failingFor(failureAdds));
    const { totals } = replicate(study, 0, 48);
    study.models.forEach((model, index) => {
      const layout = totalsLayout(model);
      const own = totals[index]!;
      expect(own.findIndex((sum) => !Number.isFinite(sum))).toBe(-1);
      const isPossible = (of: (field: WeekField) => number): boolean =>
        0 <= of('answeredWithinThreshold') &&
        of('answeredWithinThreshold') <= of('handled') &&
        of('handled') <= of('offered') &&
        0 <= of('abandonedShort') &&
        of('abandonedShort') <= of('abandoned');
      const wrong: string[] = [];
      for (let replication = 0; replication < 48; replication++) {
        const at = replication * layout.length;
        for (let type = 0; type < layout.contactTypes; type++) {
          if (!isPossible((field) => own[at + countIndex(layout, field, type, 0)]!)) wrong.push(`${replication}, type ${type}`);
          for (const wait of ['waitSecondsAll', 'waitSecondsAnswered'] as const)
            if (!(own[at + countIndex(layout, wait, type, 0)]! >= 0)) wrong.push(`${replication}, type ${type}: ${wait}`);
        }
        for (let week = 0; week < layout.weeks; week++)
          if (!isPossible((field) => own[at + weekIndex(layout, week, field, 0)]!)) wrong.push(`${replication}, week ${week}`);
      }
      expect(wrong).toEqual([]);
    });
  });

  it('a queue that opens beyond a bend of the way relaxes from there to its end', () => {
    // From the bank above: the quadratic's slope is 0.1 at the first node and less than nothing at the start.
    const out = new Float64Array(queueFieldCount);
    const state = { inSystem: 198.10393927606373, effective: 0 };
    carryOver(out, state, 181.1984766344355, 198, 0.0842821674179779, 0.01, 0.007, 0.6321162556348342);
    expect(state.inSystem).toBeGreaterThan(179.5);
    expect(state.inSystem).toBeLessThan(198.2);
    expect(out[queueFields.abandoned]).toBeGreaterThan(0);
    expect(out[queueFields.abandoned]).toBeLessThan(0.2);
  });
});
