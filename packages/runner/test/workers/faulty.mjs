// A thread of the runner that goes wrong in the way that `workerData.fault` says, at the order of that number: `support/bundleWorkers.ts` bundles it.
import { parentPort, workerData } from 'node:worker_threads';
import { expose } from 'comlink';
import { nodeEndpoint } from '../../src/nodeEndpoint.ts';
import { ReplicationService } from '../../src/replicationService.ts';

let orders = 0;
const faults = {
  exit: () => process.exit(3),
  // After some pieces of the chunk, each of which rests for one turn.
  midway: () => {
    let turns = 0;
    const turn = () => (++turns === 2 ? process.exit(3) : setImmediate(turn));
    setImmediate(turn);
  },
  uncaught: () => setImmediate(() => Promise.reject(new Error('nobody catches this'))),
  hang: () => new Promise(() => {}),
  stuck: () => {
    for (;;);
  },
};

class FaultyService extends ReplicationService {
  async run(order) {
    orders += 1;
    if (orders === workerData.at) await faults[workerData.fault]();
    return super.run(order);
  }
}

if (workerData.fault !== 'load') expose(new FaultyService(), nodeEndpoint(parentPort));
else throw new Error('made not to load');
