import { mostKept } from '@percall/core';
import { refuseUnless } from './refuse.ts';

/** Fewest replications: eight of each of the eight scrambles that intervals are estimated from. */
export const fewestReplications = 64;

/** Most replications, as in a document: the smallest error in reach, in hours of work. */
export const mostReplications = 10_485_760;

/** Whether a study can have so many replications. */
export const isReplications = (count: number): boolean =>
  Number.isInteger(count) && count >= fewestReplications && count <= mostReplications && count % 8 === 0;

/** Throws RangeError for a number of replications that no study has, TypeError for what is no number. */
export const requireReplications = (count: number): void =>
  refuseUnless(
    isReplications(count),
    `replications must be a multiple of 8 from ${fewestReplications} to ${mostReplications}`,
    count,
    true,
  );

/**
 * Where an answer is given on the way to `last`: 64, 256, 1,024 ... 65,536 and `last`; each step halves the error of the one before. Beyond 65,536 nothing
 * is kept that a later answer could go on from.
 */
export const stepsTo = (last: number): readonly number[] => allSteps(last).filter((step) => step <= mostKept || step === last);

/**
 * Replications of a first answer that somebody waits for with a hand on a slider: four of each scramble. No study has so few: their intervals are wide, and the next
 * answer is on its way.
 */
export const glanced = 32;

/** The smallest glance: two of each scramble. */
const fewestGlanced = 16;

/** Throws RangeError for a number of replications that is no glance, TypeError for what is no number. */
export const requireGlance = (count: number): void =>
  refuseUnless(
    Number.isInteger(count) && count >= fewestGlanced && count < fewestReplications && count % 8 === 0,
    `glance must be a multiple of 8 from ${fewestGlanced} to ${fewestReplications - 8}`,
    count,
    true,
  );

/** `stepsTo` with a glance in place of the first step. */
export const stepsFromGlance = (last: number, glance: number = glanced): readonly number[] => [
  glance,
  ...stepsTo(last).filter((step) => step > fewestReplications || step === last),
];

function allSteps(last: number): readonly number[] {
  const steps: number[] = [];
  for (let step = fewestReplications; step < last; step *= 4) steps.push(step);
  return [...steps, last];
}

/** Where a run looks whether it is precise enough: 256, 1,024, 4,096 ... and `last`. */
export const judgedSteps = (last: number): readonly number[] => allSteps(last).filter((step) => step >= firstJudged || step === last);

/** Replications from which a precision is judged: below, the eight scrambles say too little of their own spread. */
export const firstJudged = 256;

/** Most replications for a precision, where no number is given. */
export const mostForPrecision = 65_536;
