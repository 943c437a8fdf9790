import type { Model, Study } from '@percall/core';
import { refuseUnless } from './refuse.ts';

/**
 * Work that is worth a worker: contact types in intervals of the calendar, over models and replications. At some 1.3 microseconds each
 * (the presets: 1.2 to 1.4) half a second, of which a worker takes a good part to come up: 0.15 s to load and as much until its code is
 * compiled.
 */
const worthAWorker = 400_000;

const intervalsOf = ({ calendar, contactTypes }: Model): number => calendar.intervals * contactTypes.length;

/** Contacts of the horizon, and of a week before and one after: on the exact floor each takes about as long as an interval on the instant one. */
const contactsOf = ({ calendar, contactTypes, leaves }: Model): number =>
  contactTypes.reduce((sum, { volume, profile }) => sum + leaves[volume]!.central * profile.reduce((all, share) => all + share, 0), 0) *
  (1 + 2 / calendar.weeks);

/** Workers that a study is worth, of `cores`; 0: it is done in line before several workers would be. */
export function usefulWorkers(study: Study, replications: number, cores: number): number {
  const work = study.models.reduce((sum, model) => sum + (study.floor === 'calls' ? contactsOf(model) : intervalsOf(model)), 0);
  const workers = Math.min(cores, Math.floor((replications * work) / worthAWorker));
  return workers < 2 ? 0 : workers;
}

/** The number, where it is one of workers. Throws RangeError for another number, TypeError for what is none. */
export function requireWorkers(workers: number): number {
  refuseUnless(Number.isInteger(workers) && workers >= 0, 'workers must be a whole number from 0 on', workers, true);
  return workers;
}
