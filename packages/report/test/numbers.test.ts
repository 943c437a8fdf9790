import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorMatters, formatKpi, formatNumber, minorUnits, ofHundred, placeOf, placeWithin } from '../src/numbers.ts';
import { en } from '../src/words/en.ts';
import { estimate } from './madeUpResults.ts';

describe('places', () => {
  it('minor units are those of ISO 4217', () => {
    expect(['USD', 'EUR', 'SAR', 'JPY', 'KWD', 'BHD'].map(minorUnits)).toEqual([2, 2, 2, 0, 3, 3]);
  });

  it('the place is the largest power of ten within the half-width, never finer than asked', () => {
    expect(placeWithin(0, -2)).toBe(-2);
    expect(placeWithin(0.004, -2)).toBe(-2);
    expect(placeWithin(0.1, -2)).toBe(-1);
    expect(placeWithin(0.099, -2)).toBe(-2);
    expect(placeWithin(1500, 0)).toBe(3);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), fc.integer({ min: -3, max: 2 }), (width, finest) => {
        const place = placeWithin(width, finest);
        expect(place).toBeGreaterThanOrEqual(finest);
        expect(width < Number(`1e${place + 1}`)).toBe(true);
        if (place > finest) expect(width >= Number(`1e${place}`)).toBe(true);
      }),
    );
  });

  it('fractions are placed in percent', () => {
    expect(placeOf(estimate(0.86, 0.0004), 'fraction', 'USD')).toBe(-1);
    expect(placeOf(estimate(0.86, 0.02), 'fraction', 'USD')).toBe(0);
  });

  it('an error matters from half of the last digit', () => {
    expect(errorMatters(0.005, -2)).toBe(true);
    expect(errorMatters(0.0049, -2)).toBe(false);
  });
});

describe('text', () => {
  it('rounds to the place and groups thousands', () => {
    expect(formatNumber(1234.567, -2, en.locale)).toBe('1,234.57');
    expect(formatNumber(1234.567, 2, en.locale)).toBe('1,200');
    expect(formatNumber(-0.004, -2, en.locale)).toBe('0.00');
    expect(formatNumber(0.28, -2, en.locale, 'exceptZero')).toBe('+0.28');
    expect(formatNumber(-0.001, -2, en.locale, 'exceptZero')).toBe('0.00');
  });

  it('shows fractions in percent and their differences in points without a sign of percent', () => {
    expect(formatKpi(0.8612, 'fraction', -1, en.locale)).toBe('86.1%');
    expect(formatKpi(0.0012, 'fraction', -1, en.locale, 'exceptZero')).toBe('+0.1');
  });

  it('is of Latin digits whatever the machine speaks', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        expect(formatNumber(value, -2, en.locale)).toMatch(/^-?[\d,]+\.\d\d$/);
      }),
    );
  });

  it('keeps 0 and 100 of 100 for never and always', () => {
    expect([0, 0.001, 0.005, 0.5, 0.918, 0.996, 1].map(ofHundred)).toEqual([0, 1, 1, 50, 92, 99, 100]);
  });
});
