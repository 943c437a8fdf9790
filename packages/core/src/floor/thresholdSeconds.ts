import type { Model } from '../model/model.ts';

/** Threshold of the service level where no target names one. */
const customarySeconds = 20;

/** Within how many seconds a contact is answered in time, on either floor. */
export const thresholdSeconds = ({ targets: { serviceLevel } }: Model, leaves: Float64Array): number =>
  serviceLevel ? leaves[serviceLevel.withinSeconds]! : customarySeconds;
