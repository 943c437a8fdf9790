import { controlsOf, spellValue, valueAt, type Json } from '@percall/scenario';
import { unmarked } from './unmarked.ts';

/** A value that nobody has stated yet: marked so, with a note that says what it was made of. */
export const placeholder = (value: Json, note: string): Json => ({ value, source: 'default', note: unmarked(note) });

/** The middle of what a scenario has at a path, as a placeholder for another; null where it has nothing there. */
export function placeholderLike(scenario: Json, path: string, note: string): Json | null {
  const control = controlsOf(scenario).find((each) => each.path === path);
  const value = control === undefined ? null : valueAt(scenario, control);
  if (control === undefined || value === null) return null;
  return placeholder(spellValue(control.description.quantity, value.central, value.basis), note);
}
