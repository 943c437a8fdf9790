import type { Quantity } from '../problem.ts';
import type { CostBasis } from '../scenario.ts';
import { spellBasis } from './basis.ts';
import { pointedGroups } from './number.ts';

/** Twelve significant digits: more than anyone types, fewer than binary fractions betray. */
const rounded = (value: number): string => String(Number(value.toPrecision(12)));

/** With one more digit nobody takes a fraction for a whole number of thousands: `14.8590`. */
const spellCount = (value: number): string => {
  const text = rounded(value);
  return pointedGroups.test(text) ? `${text}0` : text;
};

function spellDuration(seconds: number): string {
  if (seconds === 0) return '0 s';
  if (seconds < 0) return `-${spellDuration(-seconds)}`;
  for (const [unit, size] of [
    ['week', 604_800],
    ['day', 86_400],
  ] as const)
    if (seconds % size === 0) return `${seconds / size} ${unit}${seconds === size ? '' : 's'}`;
  if (seconds < 60 || !Number.isInteger(seconds)) return `${rounded(seconds)} s`;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const parts = [hours > 0 ? `${hours}h` : '', minutes > 0 ? `${minutes}m` : '', rest > 0 ? `${rest}s` : ''].filter((part) => part !== '');
  if (parts.length > 1) return parts.join('');
  return hours > 0 ? `${hours} h` : `${minutes} min`;
}

/**
 * A value in SI as one would type it: `5m40s`, `12%`, `3 points`, `+10%`, `17.6 per h`. What a control writes into the document; reading it
 * gives the value back to twelve digits. Costs need the basis they are on, and so does a volume that names its period: `27000 per month`.
 */
export function spellValue(quantity: Quantity, value: number, basis: CostBasis | null = null): string {
  switch (quantity) {
    case 'duration':
      return spellDuration(value);
    case 'share':
      return `${rounded(value * 100)}%`;
    case 'points':
      return `${rounded(value * 100)} points`;
    case 'multiplier': {
      if (value <= 0 || value >= 2) return `x${rounded(value)}`;
      const change = Number(((value - 1) * 100).toPrecision(12));
      return `${change < 0 ? '' : '+'}${Number(change.toFixed(10))}%`;
    }
    case 'count':
      return basis === null ? spellCount(value) : `${spellCount(value)} ${spellBasis(basis)}`;
    case 'cost':
      return basis === null ? rounded(value) : `${rounded(value)} ${spellBasis(basis)}`;
    default:
      return rounded(value);
  }
}
