import { inputsHash, type RunDocument } from '@percall/core';
import type { Setting } from '@percall/report';
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
    floor: run.study.floor,
    inputsHash: inputsHash(run.study.models),
    document,
    results: run.results,
    warnings: run.warnings,
  };
}
