/**
 * Answers by key that remembers one round: what a round asks for is taken from the last one that was kept, or else made. What a kept round did
 * not ask for is forgotten, so memory is bounded by one round's answers.
 */
export interface LastRound<T> {
  readonly begin: () => void;
  readonly answer: (key: string, make: () => T) => T;
  /** Ends a round that is to be remembered. One that is not kept leaves the memory as it was. */
  readonly keep: () => void;
}

export function createLastRound<T>(): LastRound<T> {
  let last = new Map<string, T>();
  let now = new Map<string, T>();
  return {
    begin: () => (now = new Map()),
    answer: (key, make) => {
      const known = now.get(key) ?? last.get(key) ?? make();
      now.set(key, known);
      return known;
    },
    keep: () => (last = now),
  };
}
