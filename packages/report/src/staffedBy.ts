import type { ScenarioResults } from '@percall/core';
import type { Setting } from './setting.ts';

/** How a variant comes by its staff: as its roster responds, or as its document gives them. */
export type StaffedBy = ScenarioResults['response'] | 'given';

/** The response of a variant. Of one that has its own agents, and has them given, that: nothing is planned anew there. */
export const staffedBy = ({ name, response }: ScenarioResults, { given }: Setting): StaffedBy =>
  response === 're-plan' && given.includes(name) ? 'given' : response;
