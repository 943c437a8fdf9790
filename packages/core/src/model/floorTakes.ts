import type { FloorName } from '../floor/floorInput.ts';

/** What the instant floor knows: all others of a document's choices are the exact one's alone. */
const known = { patience: 'exponential', freeAgent: 'longestIdle' } as const;

/** Whether a floor runs an option: a law of patience, or which of several free agents takes a contact. */
export const floorTakes = (floor: FloorName, setting: keyof typeof known, option: string): boolean =>
  floor === 'calls' || option === known[setting];
