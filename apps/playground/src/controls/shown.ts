import type { Json } from '@percall/scenario';

/** What a row shows of its input: what stands there in the selected scenario and in the baseline. */
export interface Shown<Value> {
  readonly value: Value | null;
  readonly atBaseline: Value | null;
  /** What a variant adds has nothing to go back to. */
  readonly isInBaseline: boolean;
  readonly isChanged: boolean;
}

/** The scenario that an input is set in, and the one that it goes back to. */
export interface Between {
  readonly scenario: Json;
  readonly baseline: Json;
}
