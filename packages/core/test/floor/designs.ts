import type { Json, ScenarioDocument } from '@percall/scenario';
import { countIndex, createReplicator, totalsLayout, type FloorName } from '../../src/index.ts';
import { documentWith } from '../support/document.ts';
import { studyOn, withExponentialWork } from './twoFloors.ts';

/** A centre at one load all week round: erlangs and handle time of each contact type, agents and skills of each group. */
export interface Design {
  readonly types: Readonly<Record<string, { readonly load: number; readonly seconds?: number }>>;
  readonly groups: Readonly<Record<string, { readonly agents: number; readonly skills: Json }>>;
  readonly levers?: Json;
}

const weekSeconds = 7 * 86_400;

export function documentOf({ types, groups, levers = {} }: Design, patience = '180 s'): ScenarioDocument {
  const entries = Object.entries(types);
  return documentWith(
    {},
    {
      calendar: { interval: '30 min', open: { daily: '00:00-24:00' }, dayShape: 'flat' },
      contactTypes: Object.fromEntries(
        entries.map(([name, { load, seconds = 300 }]) => [
          name,
          {
            volume: Math.round((load * weekSeconds) / seconds),
            variation: { dayToDay: '0%', withinDay: '0%' },
            handleTime: { phone: { mean: `${seconds} s`, cv: 1 } },
            patience: { phone: { mean: patience, balk: '0%' } },
            repeat: { share: '0%' },
            redial: { share: '0%' },
          },
        ]),
      ),
      agents: Object.fromEntries(
        Object.entries(groups).map(([name, { skills }]) => [name, { skills, wage: '20 per h', onCost: '25%', shrinkage: '0%' }]),
      ),
      staffing: {
        plan: 'roster',
        roster: Object.fromEntries(Object.entries(groups).map(([name, { agents }]) => [name, { daily: agents }])),
        forecastError: '0%',
        scheduleEfficiency: '100%',
      },
      levers,
    },
  );
}

export interface Service {
  readonly serviceLevel: number;
  readonly abandonment: number;
  readonly waitSeconds: number;
}

/** What each contact type of a design meets, with exponential handle times, over so many weeks. */
export function serviceOn(floor: FloorName, document: ScenarioDocument, weeks: number): Readonly<Record<string, Service>> {
  const study = withExponentialWork(studyOn(floor, document));
  const model = study.models[0]!;
  const layout = totalsLayout(model);
  const totals = createReplicator(study)(0, weeks).totals[0]!;
  return Object.fromEntries(
    model.contactTypes.map(({ name }, type) => {
      const sum = (field: 'offered' | 'answeredWithinThreshold' | 'abandoned' | 'waitSecondsAll'): number => {
        let all = 0;
        for (let week = 0; week < weeks; week++) all += totals[week * layout.length + countIndex(layout, field, type, 0)]!;
        return all;
      };
      const offered = sum('offered');
      return [
        name,
        {
          serviceLevel: sum('answeredWithinThreshold') / offered,
          abandonment: sum('abandoned') / offered,
          waitSeconds: sum('waitSecondsAll') / offered,
        },
      ];
    }),
  );
}

/** Three contact types in teams of their own, of whom a share is cross-skilled. */
export const crossed = (load: number, agents: number, share: string): Design => ({
  types: { a: { load }, b: { load }, c: { load } },
  groups: { ga: { agents, skills: ['a'] }, gb: { agents, skills: ['b'] }, gc: { agents, skills: ['c'] } },
  levers: { routing: { crossSkilled: { share } } },
});
