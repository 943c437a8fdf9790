/** The same study in line, in Web Workers (`./browser`) and in Node worker threads (`./node`). */
export type * from './crew.ts';
export { createEffort, type Effort } from './effort.ts';
export { inLineCrew } from './inLineCrew.ts';
export { cloningCrew } from './cloningCrew.ts';
export { endOf, webCrew, type WebWorker } from './webCrew.ts';
export { inLineIntervals } from './inLineIntervals.ts';
export { webIntervals } from './webIntervals.ts';
export {
  compile,
  compileComparison,
  DaysRefused,
  warningsOfBaseline,
  type Compiled,
  type CompileOptions,
  type FloorChoice,
} from './compile.ts';
export { ScenarioRefused } from './scenarioRefused.ts';
export { fewestReplications, glanced, isReplications, mostForPrecision, mostReplications } from './replications.ts';
export { comparedWithItself, PrecisionRefused, readPrecision, type PrecisionInScenario, type PrecisionResult } from './precision.ts';
export {
  createSession,
  type ExecuteOptions,
  type RunOptions,
  type Session,
  type SessionOptions,
  type SessionStreamOptions,
  type StreamOptions,
  type StudyAnswer,
} from './session.ts';
export {
  createIntervalSession,
  profileReplications,
  type IntervalOptions,
  type IntervalSession,
  type IntervalWorker,
  type ReplayOptions,
} from './intervalSession.ts';
export {
  cheapestChange,
  type ChangeOptions,
  type ChangeSearch,
  type CheapestChange,
  type FoundChange,
  type Standing,
} from './cheapestChange.ts';
export { runCompiled, runStudy, streamStudy } from './runStudy.ts';
export type { KpiView, ScenarioView, StudyRun } from './studyRun.ts';
export { mostShards, partOf, shardRange, type ReplicationRange } from './shardRange.ts';
export { mergeShards, runsOf, type StudyRuns } from './shards.ts';
export { runShard, totalsOwners } from './runShard.ts';
export { usefulWorkers } from './usefulWorkers.ts';
