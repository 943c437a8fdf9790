import { createAnalyst, summariseAnalysis, type Analysis, type AnalyseOptions, type Shard, type Study } from '@percall/core';

/**
 * `analyse` and what its summary says of it, scenario by scenario with a rest after each, so that the thread is free in between: of four thousand
 * replications each takes some tens of milliseconds. The same bits: an analyst remembers the scenarios before.
 *
 * @param rest lets in what waits for the thread; rejects where the work is to end
 */
export async function analyseInTurns(
  study: Study,
  shards: readonly Shard[],
  options: AnalyseOptions,
  rest: () => Promise<void>,
): Promise<Analysis> {
  const analyst = createAnalyst();
  for (let models = 1; ; models++) {
    const analysis = analyst({ ...study, models: study.models.slice(0, models) }, shards, options);
    // Remembered with the scenario, like its analysis.
    summariseAnalysis(analysis);
    if (models === study.models.length) return analysis;
    await rest();
  }
}
