/**
 * The Monte Carlo engine of Percall: document -> Model -> World -> floor -> Totals -> Ledger -> KPI pairs -> Summary.
 * Pure: no clock, no DOM, no I/O, and the same bits in every JavaScript engine.
 */
export type * from './model/model.ts';
export { costCategories } from './model/model.ts';
export { compileStudy, createStudyCompiler, type CompiledStudy, type StudyCompiler } from './study/compileStudy.ts';
export { crossSkilledName, crossSkilledOf } from './model/crossSkilledName.ts';
export { floorTakes } from './model/floorTakes.ts';
export { compileComparison, type NamedDocument } from './study/compileComparison.ts';
export { inputsHash } from './study/inputsHash.ts';
export { totalsKeys } from './study/totalsKeys.ts';
export { loggedContacts, type ContactOrigin, type ContactOutcome, type LoggedContact } from './study/loggedContacts.ts';
export { createIntervalProfiler, type IntervalCell, type IntervalProfile, type IntervalProfiler } from './study/intervalProfile.ts';
export { liveChannels } from './study/liveChannels.ts';
export { createIntervalReplay, type IntervalReplay, type IntervalReplayer, type ReplayedDay } from './study/intervalReplay.ts';
export { createReplicator, replicate } from './study/replicate.ts';
export { createReplicatorOn, type ExactFloor, type Replicator } from './study/replicateOn.ts';
export { summarise } from './study/summarise.ts';
export { analyse, createAnalyst, type AnalyseOptions, type Analysis, type Analyst, type ScenarioAnalysis } from './study/analyse.ts';
export { createAccumulator, type Accumulator } from './study/accumulate.ts';
export type { Event } from './study/events.ts';
export {
  companionEffort,
  companionsOf,
  mostKept,
  withCompanions,
  type Companion,
  type CompanionName,
  type CompanionOptions,
} from './study/companions.ts';
export { correctAnalysis } from './study/correct.ts';
export { withRedraws, type Redraws } from './study/spreadShares.ts';
export type { LeafSampler } from './world/sampleLeaves.ts';
export { summariseAnalysis } from './study/summarise.ts';
export { deviationsOfDays, type DaysDeviation, type ScenarioDeviations } from './study/daysDeviation.ts';
export { distributionOf, distributionOfDifference } from './study/distributionOf.ts';
export {
  differenceIn,
  distributionIn,
  findingsOf,
  type AnyScenario,
  type AnyStudy,
  type Findings,
  type KpiFindings,
  type ScenarioFindings,
} from './study/findings.ts';
export { worldsOf, type FloorWorlds, type KpiWorlds } from './study/worlds.ts';
export { spreadOf, type Curve, type Spread } from './study/curve.ts';
export type { Distribution } from './study/distribution.ts';
export { effortOf, exactReplicationsOf } from './study/effort.ts';
export { evaluateAssertion, evaluateExpression, estimateSubject, precisionReached } from './study/evaluateExpression.ts';
export type * from './study/study.ts';
export { scrambles } from './random/sobol.ts';
export { samplingMethods } from './study/study.ts';
export * from './study/results.ts';
export type * from './world/world.ts';
export { createSampler } from './world/sampleWorld.ts';
export { centralWorld } from './world/centralWorld.ts';
export { createStage, planWorld, runWorld, type Stage } from './floor/runWorld.ts';
export { followsItsPlan, peopleThere, type PeopleThere } from './people/peopleThere.ts';
export { reportedInputs, type ReportedInputs, type ReportedType } from './study/reportedInputs.ts';
export { groupStaffing, intervalHours, staffingPlans, type GroupStaffing, type StaffingPlan } from './people/staffingPlan.ts';
export { mostWeeksRunWhole, type Days } from './floor/dayPlan.ts';
export type { FloorName } from './floor/floorInput.ts';
export * from './floor/outcome.ts';
export type * from './floor/calls/floorPlan.ts';
export { createAgentTime, runCalls, type AgentTime } from './floor/calls/runCalls.ts';
export { untilPaused } from './floor/calls/pause.ts';
export * from './floor/calls/contactLog.ts';
export { contentCustomers, type Customers } from './floor/calls/customers.ts';
export * from './floor/totals.ts';
export { extremeNames, type ExtremeName } from './model/extremeName.ts';
export { savingNames, type SavingName } from './study/savings.ts';
export { allocateCosts, allocationParts } from './ledger/allocateCosts.ts';
export { ledgerLines, type LedgerLine } from './ledger/ledgerLines.ts';
export { priceTotals } from './ledger/priceTotals.ts';
export type * from './kpis/kpi.ts';
export { kpisOf, kpiNames, splitExtreme } from './kpis/kpisOf.ts';
export { kpiGlossary } from './kpis/glossary.ts';
export { nearestName } from './kpis/nearest.ts';
export { parseExpression, type Expression } from './kpis/expression.ts';
