import { inputsHash, type NamedDocument, type RunDocument } from '@percall/core';
import { industryAverage, type Setting } from '@percall/report';
import type { StudyRun } from '@percall/runner';
import type { ScenarioDocument } from '@percall/scenario';
import { version } from './version.ts';

/** What `--format json` writes. Keys come in one order, so that equal inputs give equal bytes. */
export function runDocument(document: ScenarioDocument, run: StudyRun, setting: Setting): RunDocument {
  return {
    schemaVersion: 1,
    engineVersion: version,
    currency: setting.currency,
    period: setting.period,
    seed: run.seed,
    replications: run.replications,
    floor: run.results.scenarios[0]!.floor.used,
    inputsHash: inputsHash(run.study.models),
    document,
    results: run.results,
    reference: referenceIn(setting.currency),
    warnings: run.warnings,
  };
}

function referenceIn(currency: string): RunDocument['reference'] {
  const average = industryAverage(currency);
  return average === null ? null : { industryAverage: average };
}

/** What `compare --format json` writes: which scenario is which document too, the baseline first. */
export interface ComparisonDocument extends RunDocument {
  readonly documents: readonly { readonly scenario: string; readonly document: ScenarioDocument }[];
}

export function comparisonDocument(documents: readonly NamedDocument[], run: StudyRun, setting: Setting): ComparisonDocument {
  const { document, results, warnings, ...head } = runDocument(documents[0]!.document, run, setting);
  return {
    ...head,
    document,
    documents: documents.map(({ document: each }, index) => ({ scenario: results.scenarios[index]!.name, document: each })),
    results,
    warnings,
  };
}
