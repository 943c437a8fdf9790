/** Who is asked whether the floor shall pause; null: nobody, and it does not. */
let asked: (() => boolean) | null = null;

/** What the floor stops with. One object for all pauses: none is made while it runs. */
const pause = new Error('the exact floor has been paused');

/**
 * Runs work in which the exact floor may stop in the middle of a world, so that whoever shares its thread need not wait for a month of calls. True: it is done.
 * False: `isDue` said so, and the same work, run again, goes on where it stopped, to the same bits; if another world has been run on this thread since, from
 * its beginning.
 *
 * The floor asks every 4,096 events and every day of customers, a millisecond of work or some, and gets on at least as far each time.
 */
export function untilPaused(isDue: () => boolean, work: () => void): boolean {
  const before = asked;
  asked = isDue;
  try {
    work();
    return true;
  } catch (fault) {
    if (isPause(fault)) return false;
    throw fault;
  } finally {
    asked = before;
  }
}

export const isPause = (fault: unknown): boolean => fault === pause;

/** For the floor, wherever it can be left and entered again. */
export function pauseIfAsked(): void {
  if (asked !== null && asked()) throw pause;
}
