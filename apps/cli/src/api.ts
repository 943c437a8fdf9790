/** What the package exports besides the ways to run a study, which differ between Node and the browser. */
export { parseScenario, presetNames, presetText, type Problem, type ScenarioDocument } from '@percall/scenario';
export type { Estimate, KpiSummary, Results, RunDocument } from '@percall/core';
export { en, headline, headlineText, problemSentence } from '@percall/report';
export {
  DaysRefused,
  PrecisionRefused,
  ScenarioRefused,
  type KpiView,
  type PrecisionInScenario,
  type PrecisionResult,
  type ScenarioView,
  type StudyRun,
} from '@percall/runner';
