import path from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { inject } from 'vitest';
import { inLineCrew, type Crew } from '../../src/index.ts';
import { threadOf } from '../../src/node.ts';
import { createPool } from '../../src/pool.ts';

/** A thread of a bundle, which needs no loader. */
export const startBundled = (name: 'sound' | 'faulty', options: WorkerOptions = {}): Worker =>
  new Worker(path.join(inject('workers'), `${name}.mjs`), { execArgv: [], ...options });

/** `threadCrew`, of threads that start soon. */
export const bundledCrew = (workers: number): Crew =>
  workers === 0 ? inLineCrew() : createPool(() => threadOf(startBundled('sound')), workers);
