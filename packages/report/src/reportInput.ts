import type { Results } from '@percall/core';
import type { Problem, ScenarioDocument } from '@percall/scenario';
import type { Setting } from './setting.ts';

/** A study that has been run, and the document that it was. */
export interface ReportInput {
  readonly document: ScenarioDocument;
  readonly results: Results;
  readonly setting: Setting;
  readonly warnings: readonly Problem[];
  readonly engineVersion: string;
  /** Of the models, as `percall run` states it (`inputsHash` of the engine). */
  readonly inputsHash: string;
}
