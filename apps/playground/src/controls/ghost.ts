import type { ReportedInputs } from '@percall/core';
import { daysPer, type Channel, type Control, type ControlValue, type Period } from '@percall/scenario';

/** A tenth of a percent is what the floor promises to give back of what was typed; less than this is no effect of a lever. */
const leastChange = 0.005;

/** Digits that a rounded volume has. */
const digits = 3;

/**
 * What a number comes to in a scenario once its levers have worked, in the control's own terms, where that is another than what stands there:
 * containment takes contacts, and leaves the long ones. Null where it is the same, or nothing of the kind.
 */
export function ghostOf(
  { pattern, names: [contactType] }: Pick<Control, 'pattern' | 'names'>,
  value: Pick<ControlValue, 'central' | 'basis'>,
  reported: ReportedInputs,
  period: Period,
): number | null {
  const type = reported.types.find((each) => each.contactType === contactType);
  if (type === undefined) return null;
  const channel = /^contactTypes\.\*\.handleTime\.(\w+)\.mean$/.exec(pattern)?.[1];
  const stated = value.basis?.on === 'period' ? value.basis.per : period;
  const comesTo =
    channel !== undefined
      ? type.handleSeconds[channel as Channel]
      : pattern === 'contactTypes.*.volume' && type.volumePerPeriod !== null
        ? (type.volumePerPeriod * daysPer[stated]) / daysPer[period]
        : undefined;
  if (comesTo === undefined || !(value.central > 0) || Math.abs(comesTo / value.central - 1) < leastChange) return null;
  return channel === undefined ? Number(comesTo.toPrecision(digits)) : Math.round(comesTo);
}
