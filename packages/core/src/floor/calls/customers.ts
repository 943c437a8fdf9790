/**
 * What customers decide when the floor asks. Answers depend on who asks and how often they have tried, never on the order in which the floor
 * comes to ask: so the same customer does the same under every lever.
 *
 * `contact` and `next` are numbers of contacts in the log; the floor calls these in the middle of events, so they must not allocate.
 */
export interface Customers {
  /** Whether the contact that has just been handled resolved its need. */
  readonly isResolved: (contact: number) => boolean;
  /**
   * Whether a customer who has given up, was blocked or closed out tries again. True: it has filled time (later than now) and patience of `next`,
   * which is a copy of the contact otherwise.
   */
  readonly redials: (contact: number, next: number, now: Float64Array) => boolean;
  /** Whether a customer whose need is not resolved comes back. True: it has filled time, patience and work of `next`. */
  readonly comesBack: (contact: number, next: number, now: Float64Array) => boolean;
  /** Writes a uniform in (0, 1) to `chance[0]`: which of several free agents the contact gets, where any may. */
  readonly drawAgent: (contact: number, chance: Float64Array) => void;
  readonly acceptsCallback: (contact: number) => boolean;
  /** Whether the customer answers at the dialled-th attempt, counted from 1. */
  readonly answers: (contact: number, dialled: number) => boolean;
}

/** Customers who are always content: nobody comes back, and nobody wants to be called; of free agents they get the first. */
export const contentCustomers: Customers = {
  isResolved: () => true,
  redials: () => false,
  comesBack: () => false,
  drawAgent: (_, chance) => {
    chance[0] = 0;
  },
  acceptsCallback: () => false,
  answers: () => true,
};
