import type { Json } from '../document.ts';
import { isList } from '../paths.ts';
import type { OpenHours } from '../scenario.ts';
import { normaliseText } from '../units/normalise.ts';

export const minutesPerDay = 1440;

const clock = (text: string): number | null => {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= minutesPerDay ? minutes : null;
};

/** `08:00-20:00`, `24h`, `closed`, or a list of spans. Null when it is none of these; spans are not checked against each other. */
export function readOpenHours(value: Json): readonly OpenHours[] | null {
  if (isList(value)) {
    const spans = value.map((item) => (typeof item === 'string' ? readOpenHours(item) : null));
    return spans.every((span) => span !== null) ? spans.flat() : null;
  }
  if (typeof value !== 'string') return null;
  const text = normaliseText(value).toLowerCase();
  if (text === 'closed') return [];
  if (text === '24h') return [{ fromMinute: 0, toMinute: minutesPerDay }];
  const ends = text.split(/\s*-\s*/);
  const [fromMinute, toMinute] = ends.map(clock);
  if (ends.length !== 2 || fromMinute == null || toMinute == null) return null;
  return [{ fromMinute, toMinute }];
}
