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

/** Keys are long texts, and few: comparing one with another ends at the first difference, where looking one up would hash all of it. */
export function createLastRound<T>(): LastRound<T> {
  let last: (readonly [key: string, answer: T])[] = [];
  let now: (readonly [key: string, answer: T])[] = [];
  return {
    begin: () => (now = []),
    answer: (key, make) => {
      const is = ([known]: readonly [string, T]): boolean => known === key;
      const asked = now.find(is);
      if (asked !== undefined) return asked[1];
      const known = last.find(is) ?? ([key, make()] as const);
      now.push(known);
      return known[1];
    },
    keep: () => (last = now),
  };
}
