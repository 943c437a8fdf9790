export interface Steps {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/**
 * Where a key moves a slider: arrows by a step (along the way the page is read), with Shift by a tenth of one; Page Up and Page Down by ten
 * percent of the range; Home and End to its ends. null: the key means nothing here.
 */
export function keyStep(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  value: number,
  { from, to, step }: Steps,
  direction: 'ltr' | 'rtl',
): number | null {
  const ahead = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const behind = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const size = shiftKey ? step / 10 : step;
  const tenth = (to - from) / 10;
  const moves: Readonly<Record<string, number>> = {
    [ahead]: value + size,
    ArrowUp: value + size,
    [behind]: value - size,
    ArrowDown: value - size,
    PageUp: value + tenth,
    PageDown: value - tenth,
    Home: from,
    End: to,
  };
  const next = moves[key];
  return next === undefined ? null : Math.min(to, Math.max(from, Number(next.toPrecision(12))));
}
