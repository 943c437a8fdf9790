import type { FloorName } from '../floor/floorInput.ts';
import type { Model } from '../model/model.ts';
import { scrambles } from '../random/sobol.ts';
import type { Study } from './study.ts';

/**
 * What one replication of a study takes on a floor, in steps of about 1.3 microseconds: contact types in open intervals on the instant floor (the
 * presets: 1.2 to 1.4 each), contacts of the horizon and of a week before and after it on the exact one.
 */
export const effortOf = ({ models }: Study, floor: FloorName): number =>
  models.reduce((sum, model) => sum + (floor === 'calls' ? contactsOf(model) : intervalsOf(model)), 0);

const intervalsOf = ({ calendar, contactTypes }: Model): number => calendar.intervals * contactTypes.length;

const contactsOf = ({ calendar, contactTypes, leaves }: Model): number =>
  contactTypes.reduce((sum, { volume, profile }) => sum + leaves[volume]!.central * profile.reduce((all, share) => all + share, 0), 0) *
  (1 + 2 / calendar.weeks);

/** An effort that nobody minds: some third of a second of one core. */
const cheap = 2.5e5;

/**
 * How many of a study's first replications the exact floor runs beside the instant one: a power of two for each scramble, so many that it takes about
 * as long as the instant floor does, or what is cheap. All of them where that is no more; 0 where it would not be one of each scramble. It follows
 * from the study alone, never from a clock.
 */
export function exactReplicationsOf(study: Study, replications: number): number {
  const each = effortOf(study, 'calls');
  const affordable = Math.max(cheap, replications * effortOf(study, 'erlang')) / each;
  if (affordable >= replications) return replications;
  let count = scrambles;
  if (affordable < count) return 0;
  while (2 * count <= affordable) count *= 2;
  return count;
}
