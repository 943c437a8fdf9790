import { expose } from 'comlink';
import { ReplicationService } from './replicationService.ts';

expose(new ReplicationService());
