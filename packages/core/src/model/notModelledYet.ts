import { formatPath, type Problem, type Scenario } from '@percall/scenario';
import type { FloorName } from '../floor/floorInput.ts';
import { comesBy } from './compileModel.ts';
import { floorTakes } from './floorTakes.ts';

/**
 * Parts of a valid document that the engine does not model yet. Each is refused by its path: never accepted and ignored.
 */
export function notModelledYet(scenario: Scenario, floor: FloorName): Problem[] {
  const problems: Problem[] = [];
  const refuse = (path: string, got: unknown, since: string): void => {
    problems.push({ code: 'notModelledYet', path, params: { must: { rule: 'modelled', since }, got }, severity: 'error' });
  };
  for (const type of scenario.contactTypes) {
    const path = formatPath(['contactTypes', type.name]);
    for (const channel of ['phone', 'chat'] as const) {
      const patience = type.patience[channel];
      if (patience && !floorTakes(floor, 'patience', patience.family) && comesBy(type, channel))
        refuse(`${path}.patience.${channel}`, patience.family, 'patience that is not exponential, on the instant floor');
    }
  }
  const { freeAgent } = scenario.levers.routing;
  if (!floorTakes(floor, 'freeAgent', freeAgent))
    refuse('levers.routing.freeAgent', freeAgent, 'any free agent with the same chance, on the instant floor');
  return problems;
}
