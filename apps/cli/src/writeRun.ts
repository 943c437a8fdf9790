import { settingOf } from '@percall/report';
import type { StudyRun } from '@percall/runner';
import type { ScenarioDocument } from '@percall/scenario';
import { wantsColour, type OutputFlags } from './formats.ts';
import type { Io } from './io.ts';
import type { Output } from './output.ts';
import { renderResults } from './renderResults.ts';
import { runDocument } from './runDocument.ts';

/** Writes the results of one document's study: what `run` does, and `merge` to the same bytes. */
export async function writeRun(io: Io, output: Output, document: ScenarioDocument, done: StudyRun, flags: OutputFlags): Promise<void> {
  const setting = settingOf(done);
  await output.write(renderResults(runDocument(document, done, setting), setting, flags.format, wantsColour(io, output, flags)));
}
