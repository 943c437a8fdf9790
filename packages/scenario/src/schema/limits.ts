import { mustText } from '../mustTexts.ts';
import type { Must, Quantity } from '../problem.ts';
import { daysPer } from '../scenario.ts';

interface Limit {
  /** SI. */
  readonly most: number;
  readonly spelled: string;
}

const factor: Limit = { most: 1000, spelled: '1000' };

/**
 * The most that may be typed for a quantity: far beyond any centre, and small enough that no product or sum of a study overflows
 * (1e9 contacts of ten years each at 1e12 an hour are 1e29). A limit of what is typed only: distributions keep the support of their leaf.
 */
export const limits: Readonly<Record<Quantity, Limit>> = {
  duration: { most: 10 * daysPer.year * 86_400, spelled: '10 years' },
  share: { most: factor.most, spelled: '100,000%' },
  multiplier: { most: factor.most, spelled: 'x1000' },
  points: { most: factor.most, spelled: '100,000 points' },
  count: { most: 1e9, spelled: '1,000,000,000' },
  number: factor,
  money: { most: 1e12, spelled: '1,000,000,000,000' },
  cost: { most: 1e12, spelled: '1,000,000,000,000' },
};

/** What a value beyond the limit of its quantity must be. */
export function withinLimit(quantity: Quantity): Must {
  const { spelled } = limits[quantity];
  return mustText('atMost', { most: spelled });
}
