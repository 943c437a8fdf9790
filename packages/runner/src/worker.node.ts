import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import { nodeEndpoint } from './nodeEndpoint.ts';
import { ReplicationService } from './replicationService.ts';

if (parentPort === null) throw new Error('this module is a worker thread, not a program');
expose(new ReplicationService(), nodeEndpoint(parentPort));
