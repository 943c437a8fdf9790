import type { Choice, Control } from '@percall/scenario';

/** Settings that the engine reads, whatever they are set to; a test sets them. Numbers that are drawn are all read. */
export const settings: readonly string[] = [
  'headline',
  'targets.serviceLevel.rule',
  'targets.serviceLevel.phone.rule',
  'staffing.minimumAgents',
  'staffing.hoursPerWeek',
  'investment.years',
];

/** Whether the page offers an input: every number, and the settings above. */
export const isOffered = (input: Control | Choice): boolean => !('options' in input || input.isPlain) || settings.includes(input.pattern);
