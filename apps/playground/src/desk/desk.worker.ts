/** The worker's file that answers the page's questions: it compiles, prices and sums up, and has replications run by workers of its own. */
import { expose } from 'comlink';
import { createSession, webCrew } from '@percall/runner';
import { shownKpi } from '../panels/shownKpis.ts';
import { deskOf } from './desk.ts';
import { DeskService } from './deskService.ts';
import { startReplicator, workers, workersAtFirst } from './replicators.ts';

expose(new DeskService(deskOf(createSession(webCrew(workers(), startReplicator, workersAtFirst())), shownKpi)));
