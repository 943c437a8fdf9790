/** The worker's file that answers the page's questions: it compiles, prices and sums up, and has replications run by workers of its own. */
import { expose } from 'comlink';
import { createSession, webCrew } from '@percall/runner';
import { shownKpi } from '../panels/shownKpis.ts';
import { deskOf } from './desk.ts';
import { DeskService } from './deskService.ts';
import { startReplicator } from './replicators.ts';

// One worker for each core but the one that draws; a machine of one or two cores still wants two, since drawing is short.
const workers = Math.max(2, Math.min(8, (navigator.hardwareConcurrency || 2) - 1));
expose(new DeskService(deskOf(createSession(webCrew(workers, startReplicator, true)), shownKpi)));
