import { isModelled } from '@percall/core';
import { valueAt, type Choice, type Control, type Json } from '@percall/scenario';

/** Settings that the engine reads, whatever they are set to; a test sets them. What `isModelled` knows is numbers that are drawn. */
export const settings: readonly string[] = [
  'headline',
  'targets.serviceLevel.rule',
  'targets.serviceLevel.phone.rule',
  'staffing.minimumAgents',
  'staffing.hoursPerWeek',
  'investment.years',
];

/** Whether the page offers an input: the engine reads it, as it stands in the baseline. */
export function isOffered(input: Control | Choice, baseline: Json): boolean {
  if ('options' in input || input.isPlain) return settings.includes(input.pattern);
  // A fee by the contact is one by the chat here, and there are none; by the month it is paid.
  const byChat = input.pattern === 'costs.chat' && valueAt(baseline, input)?.basis?.on === 'contact';
  return isModelled(byChat ? 'contactTypes.*.channels.chat' : input.pattern);
}
