import { workerCrew } from '../../src/browser.ts';
import { compile } from '../../src/index.ts';
import { bankDocument } from '../support/documents.ts';
import { digestsOf } from '../support/bytes.ts';

/** What the test asks of the page. */
export interface Page {
  /** Digests of the bank preset's first replications, by so many Web Workers; 0: by the page itself. */
  readonly digests: (workers: number, replications: number) => Promise<{ readonly totals: string; readonly results: string }>;
  /** What a crew says whose worker's file is not there. */
  readonly absent: () => Promise<string>;
  /** Milliseconds from an abort to the rejection, in a run by so many workers. */
  readonly stop: (workers: number) => Promise<number>;
}

const { study } = compile(bankDocument());

const page: Page = {
  async digests(workers, replications) {
    const crew = workerCrew(workers);
    const shard = await crew.replicate({ study, from: 0, to: replications });
    await crew.close();
    return digestsOf(study, shard);
  },

  async absent() {
    const { Worker } = globalThis as unknown as { Worker: new (url: string, options: object) => never };
    const crew = workerCrew(1, () => new Worker('/absent.js', { type: 'module' }));
    return crew.replicate({ study, from: 0, to: 8 }).then(
      () => 'ran',
      (error: Error) => error.message,
    );
  },

  async stop(workers) {
    const crew = workerCrew(workers);
    const controller = new AbortController();
    let aborted = NaN;
    const running = crew.replicate({
      study,
      from: 0,
      to: 65_536,
      signal: controller.signal,
      onProgress: (done) => {
        if (done < 32 || controller.signal.aborted) return;
        setTimeout(() => {
          aborted = performance.now();
          controller.abort();
        }, 30);
      },
    });
    await running.catch(() => {});
    const after = performance.now() - aborted;
    await crew.close();
    return after;
  },
};

Object.assign(globalThis, { runner: page });
