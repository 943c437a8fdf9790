/** A present with what came before it and what was undone. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** The gesture that made the present: the next step of the same gesture replaces it, so that a drag is one step back. */
  readonly gesture: string | null;
}

const most = 200;

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [], gesture: null });

export function step<T>({ past, present, gesture: last }: History<T>, next: T, gesture: string | null): History<T> {
  if (gesture !== null && gesture === last) return { past, present: next, future: [], gesture };
  return { past: [...past, present].slice(-most), present: next, future: [], gesture };
}

/** One step back; the same history where there is none. */
export function back<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future], gesture: null };
}

/** One step forward again. */
export function forth<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (future.length === 0) return history;
  return { past: [...past, present], present: future[0]!, future: future.slice(1), gesture: null };
}
