import { workerCrew } from '../../src/browser.ts';
import { compile, type Crew } from '../../src/index.ts';
import { bankDocument } from '../support/documents.ts';
import { digestsOf } from '../support/bytes.ts';

/** What the test asks of the page. */
export interface Page {
  /** Digests of the bank preset's first replications, by so many Web Workers; 0: by the page itself. */
  readonly digests: (workers: number, replications: number) => Promise<{ readonly totals: string; readonly results: string }>;
  /** What a crew says whose worker's file is not there; and one in a page that may have no workers, which this page is from then on. */
  readonly absent: () => Promise<string>;
  readonly blocked: () => Promise<string>;
  /** Milliseconds from an abort to the rejection, in a run by so many workers. */
  readonly stop: (workers: number) => Promise<number>;
}

const { study } = compile(bankDocument());

/** What the crew says of its first run. */
const wordsOf = (crew: Crew): Promise<string> =>
  crew.replicate({ study, from: 0, to: 8 }).then(
    () => 'ran',
    (error: Error) => error.message,
  );

const page: Page = {
  async digests(workers, replications) {
    const crew = workerCrew(workers);
    const shard = await crew.replicate({ study, from: 0, to: replications });
    await crew.close();
    return digestsOf(study, shard);
  },

  async absent() {
    const { Worker } = globalThis as unknown as { Worker: new (url: string, options: object) => never };
    return wordsOf(workerCrew(1, () => new Worker('/absent.js', { type: 'module' })));
  },

  async blocked() {
    const { document } = globalThis as unknown as {
      document: { readonly head: { insertAdjacentHTML(where: string, html: string): void } };
    };
    document.head.insertAdjacentHTML('beforeend', `<meta http-equiv="Content-Security-Policy" content="worker-src 'none'">`);
    return wordsOf(workerCrew(1));
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
