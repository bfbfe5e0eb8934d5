import { describe, expect, it } from 'vitest';
import { dayNl, doseUg, doseUgPerDay, limitUgPerDay, nlPerDayOf, nlPerHourOf } from '../../src/model/dose';
import { additiveUg, fillOf } from '../../src/model/fill';

describe('rates', () => {
  it('are rounded once, towards less drug', () => {
    expect(nlPerHourOf(1_300_000)).toBe(54_166);
    expect(nlPerHourOf(nlPerDayOf(54_167))).toBe(54_167);
    expect(nlPerDayOf(nlPerHourOf(1_300_000))).toBeLessThanOrEqual(1_300_000);
  });
});

describe('a dose', () => {
  it('is rounded up, as the pump does', () => {
    expect(dayNl([{ startMinute: 0, nlPerHour: 54_167 }])).toBe(1_300_008);
    expect(doseUg(1_300_008, 6_460)).toBe(8_399);
    expect(doseUgPerDay([{ startMinute: 0, nlPerHour: 54_167 }], 6_460)).toBe(8_399);
  });

  it('of a profile counts each segment until the next', () => {
    const segments = [{ startMinute: 0, nlPerHour: 30_000 }, { startMinute: 900, nlPerHour: 90_001 }, { startMinute: 1_260, nlPerHour: 30_000 }];
    expect(dayNl(segments)).toBe(450_000 + 540_006 + 90_000);
  });

  it('is limited by the day and by the weight', () => {
    expect(limitUgPerDay(70_000, 21_000, 300)).toBe(21_000);
    expect(limitUgPerDay(50_555, 21_000, 300)).toBe(15_166);
  });
});

describe('a filling', () => {
  // Check values of clinical practice: kg, mL/day, mg in 30 mL, mg/mL, mg/day.
  it.each([
    [50, 1.0, 180.0, 6.0, 6.0],
    [70, 1.0, 252.0, 8.4, 8.4],
    [70, 1.3, 193.8, 6.46, 8.4],
    [90, 1.3, 249.2, 8.31, 10.8],
    [70, 2.0, 126.0, 4.2, 8.4],
  ])('for %d kg at %d mL/day holds %d mg', (kg, mlPerDay, mg, mgPerMl, mgPerDay) => {
    const fill = fillOf({ weightG: kg * 1_000, ugPerKgPerDay: 120, nlPerDay: Math.round(mlPerDay * 1_000_000), fillNl: 30_000_000 });
    expect((fill?.drugUg ?? 0) / 1_000).toBeCloseTo(mg, 1);
    expect((fill?.ugPerMlExact ?? 0) / 1_000).toBeCloseTo(mgPerMl, 2);
    expect((fill?.doseUgPerDay ?? 0) / 1_000).toBeCloseTo(mgPerDay, 6);
    expect(fill?.days).toBeCloseTo(30 / mlPerDay, 6);
    expect(fill?.ugPerMl).toBeGreaterThanOrEqual(fill?.ugPerMlExact ?? 0);
  });

  it('that is whole is not rounded', () => {
    expect(fillOf({ weightG: 70_000, ugPerKgPerDay: 120, nlPerDay: 1_000_000, fillNl: 30_000_000 })).toEqual({ doseUgPerDay: 8_400, drugUg: 252_000, ugPerMlExact: 8_400, ugPerMl: 8_400, days: 30 });
  });

  it('that never flows is none', () => {
    expect(fillOf({ weightG: 70_000, ugPerKgPerDay: 120, nlPerDay: 0, fillNl: 30_000_000 })).toBeNull();
    expect(fillOf({ weightG: 70_000, ugPerKgPerDay: 120, nlPerDay: 1, fillNl: 0 })).toBeNull();
  });

  it('takes another substance by the day', () => {
    expect(additiveUg(1_000, 30_000_000, 1_500_000)).toBe(20_000);
  });
});
