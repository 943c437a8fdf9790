import { createSession, webCrew, type Session } from '@percall/runner';
import { startReplicator, workers } from './replicators.ts';

/** A session with workers of its own, for a search that asks for hundreds of studies and ends no answer of the page. */
export const openSearch = (): Session => createSession(webCrew(workers(), startReplicator));
