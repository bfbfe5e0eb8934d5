import { describe, expect, it } from 'vitest';
import { accuracyOf, daysBetween, dryAtMs, refillAtMs } from '../../src/model/refill';

const dayMs = 86_400_000;

describe('the measured accuracy', () => {
  it.each([
    [11_800_000, 0, 'good'],
    [10_164_000, 0.0899, 'good'],
    [9_798_000, 0.11, 'amber'],
    [9_070_000, 0.15, 'amber'],
    [9_000_000, 0.1538, 'red'],
    [15_000_000, -0.1758, 'red'],
    [13_800_000, -0.1099, 'amber'],
  ] as const)('with %i nL left is %d: %s', (left, error, judgement) => {
    const accuracy = accuracyOf(30_000_000, left, 14, 18_200_000);
    expect(accuracy?.errorFraction).toBeCloseTo(error, 3);
    expect(accuracy?.judgement).toBe(judgement);
    expect(accuracy?.measuredNlPerDay).toBeCloseTo((30_000_000 - left) / 14, 6);
  });

  it.each([
    [30_000_000, 31_000_000, 14, 1],
    [30_000_000, -1, 14, 1],
    [30_000_000, 0, 0, 1],
    [30_000_000, 0, 14, 0],
    [30_000_000, 0, Number.NaN, 1],
  ])('of numbers that make no sense is none', (fill, left, days, ordered) => {
    expect(accuracyOf(fill, left, days, ordered)).toBeNull();
  });
});

describe('the next refill', () => {
  it('is before the reservoir is dry at the worst known accuracy', () => {
    const atMs = refillAtMs(30_000_000, 54_167, 0, 0) ?? 0;
    expect(atMs / dayMs).toBeCloseTo(28 / (1.300008 * 1.145), 4);
    expect(atMs).toBeLessThan(dryAtMs(30_000_000, 54_167, 0) ?? 0);
    expect(refillAtMs(30_000_000, 54_167, 3_000_000, 0)).toBeLessThan(atMs);
    expect(daysBetween(0, dryAtMs(30_000_000, 54_167, 0) ?? 0)).toBeCloseTo(28 / 1.300008, 4);
  });

  it('is now when nothing can be delivered, and never when nothing flows', () => {
    expect(refillAtMs(1_500_000, 54_167, 0, 77)).toBe(77);
    expect(refillAtMs(30_000_000, 0, 0, 77)).toBeNull();
    expect(dryAtMs(30_000_000, 0, 77)).toBeNull();
  });
});
