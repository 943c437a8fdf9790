import { describe, expect, it } from 'vitest';
import { keyStep } from '../src/controls/keyStep.ts';

const range = { from: 0, to: 1, step: 0.01 };
const press = (key: string, value: number, direction: 'ltr' | 'rtl' = 'ltr', shiftKey = false) =>
  keyStep({ key, shiftKey }, value, range, direction);

describe('keys of a slider', () => {
  it('go a step, a tenth of one with Shift, ten percent by page, and to the ends', () => {
    expect(press('ArrowRight', 0.68)).toBe(0.69);
    expect(press('ArrowLeft', 0.68)).toBe(0.67);
    expect(press('ArrowUp', 0.1, 'ltr', true)).toBe(0.101);
    expect(press('PageUp', 0.68)).toBe(0.78);
    expect(press('PageDown', 0.68)).toBe(0.58);
    expect(press('Home', 0.68)).toBe(0);
    expect(press('End', 0.68)).toBe(1);
    expect(press('a', 0.68)).toBeNull();
  });

  it('follow the thumb where the page is read from the right', () => {
    expect(press('ArrowLeft', 0.68, 'rtl')).toBe(0.69);
    expect(press('ArrowRight', 0.68, 'rtl')).toBe(0.67);
    expect(press('ArrowUp', 0.68, 'rtl')).toBe(0.69);
  });

  it('stay within the range', () => {
    expect(press('ArrowRight', 1)).toBe(1);
    expect(press('PageDown', 0.02)).toBe(0);
  });
});
