import { expose } from 'comlink';
import { IntervalService } from './intervalService.ts';
import { ReplicationService } from './replicationService.ts';

// One file for both: a worker of the crew never hears of intervals, and the other of nothing else.
expose(Object.assign(new ReplicationService(), { intervals: new IntervalService() }));
