import { weekdays } from '../scenario.ts';
import { normaliseText } from '../units/normalise.ts';

const dayOf = (name: string): number =>
  weekdays.findIndex((day) => name === day || (name.length > 3 && `${longNames[day]}`.startsWith(name)));

const longNames = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
} as const;

/**
 * Weekdays (0 = Monday) named by a key: `mon`, `mon-fri`, `sat-wed` (through Sunday), `sat,sun`, `daily`. Null when it names none.
 */
export function readWeekdays(key: string): readonly number[] | null {
  const text = normaliseText(key).toLowerCase();
  if (text === 'daily') return [0, 1, 2, 3, 4, 5, 6];
  const days: number[] = [];
  for (const part of text.split(/\s*,\s*/)) {
    const ends = part.split(/\s*-\s*/).map(dayOf);
    const [from, to = from] = ends;
    if (from === undefined || to === undefined || from < 0 || to < 0 || ends.length > 2) return null;
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === to) break;
    }
  }
  return days;
}
