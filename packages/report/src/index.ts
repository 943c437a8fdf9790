export { en } from './words/en.ts';
export { firstEn, type FirstWords } from './words/firstWords.ts';
export { ar } from './words/ar.ts';
export { isolated } from './words/isolated.ts';
export type { Counted, FloorParts, QualityState, Words } from './words/words.ts';
export type { AnswerWords, CountStep } from './words/pageAnswer.ts';
export type { HeatMeasure } from './words/pageDay.ts';
export type { RestoreWords } from './words/pageRestore.ts';
export type { DistributionParts, Language, PageWords } from './words/page.ts';
export type { SpokenValue } from './words/spokenValue.ts';
export { settingOf, type Setting } from './setting.ts';
export { industryAverage, industryAverageOf } from './industryAverage.ts';
export { floorParts } from './floorParts.ts';
export { linkHeadline } from './linkHeadline.ts';
export { formatKpi, formatNumber, formatPercent, minorUnits, ofHundred, placeOf, placeWithin, type Place } from './numbers.ts';
export { problemSentence } from './problem.ts';
export { kpiName, splitKpiId } from './kpiName.ts';
export { breaksUnder, countsOff, futuresOf, qualityState, verdictOf, type Verdict } from './verdict.ts';
export { headline, headlineMarkdown, headlineText, type Headline, type HeadlinePiece } from './sentence.ts';
export { sentences, type Saying } from './sentences.ts';
export {
  changeFigures,
  changeText,
  nothingRestores,
  type ChangeSpelling,
  type RestoringChange,
  type RestoringChanges,
} from './restoringChange.ts';
export type { Cell } from './cells.ts';
export { inputChanges, type InputChange } from './inputs.ts';
export { resultsSections, resultsTable, type Row, type Section, type Table } from './table.ts';
export { plainText, terminalTable, type TerminalOptions } from './terminal.ts';
export { markdownTable, markdownText } from './markdown.ts';
export { reportMarkdown } from './reportMarkdown.ts';
export type { ReportInput } from './reportInput.ts';
export { onePage, type CutList, type OnePage } from './onePage.ts';
export { costBridge, type BridgeStep, type CostBridge } from './costBridge.ts';
export { onlyKpis } from './onlyKpis.ts';
export { peopleColumns, peopleRows, staffColumns, staffRows, type PeopleRow, type StaffRow } from './staffRows.ts';
export { staffPeopleTable, staffTotalsTable, staffWeekTables } from './staffTables.ts';
export { dateOf, timeOf, weekdayName } from './wallClock.ts';
export { contactColumns, contactRows } from './contactRows.ts';
export { csv, ndjson } from './rows.ts';
export { tidyColumns, tidyRows, type TidyRow } from './tidy.ts';
export { chanceNames, isChance, onlyMetrics, type ChanceName } from './metrics.ts';
export { sweepColumns, sweepRows, sweepTable, type Sweep, type SweepRow, type SweptCell } from './sweep.ts';
export { glossaryMarkdown } from './glossary.ts';
export { resultsSchema } from './resultsSchema.ts';
export { columnsThatFit, dotCount, dotValues, stackDots, type Dot, type DotAxis } from './charts/quantileDots.ts';
export { densityOf, type Density } from './charts/density.ts';
export { barsFor, histogramOf, type Histogram } from './charts/histogram.ts';
export { leastSure, qualityItems, type QualityItem } from './qualityStrip.ts';
