export { parseScenario, presetNames, presetText, type Problem, type ScenarioDocument } from '@percall/scenario';
export type { Estimate, KpiSummary, Results, RunDocument } from '@percall/core';
export { en, headline, headlineText, problemSentence } from '@percall/report';
export { runStudy, ScenarioRefused, type KpiView, type RunOptions, type ScenarioView, type StudyRun } from './runStudy.ts';
