import { beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../src/model/Order';
import { bigChange, isSame } from '../../src/view/change/bigChange';
import { reasonText } from '../../src/view/change/reasonText';
import { doseRows, rowsOf } from '../../src/view/change/rows';
import { fakeDrug, fakeTherapy, ScriptedPump } from './ScriptedPump';

let pump: ScriptedPump;

beforeEach(() => {
  pump = new ScriptedPump();
  pump.fill();
});

function therapy(nlPerHour: number): Order {
  return { kind: 'therapy', therapy: { ...fakeTherapy, segments: [{ startMinute: 0, nlPerHour }] } };
}

describe('a change', () => {
  it('of a therapy stands beside what runs, line by line', () => {
    expect(rowsOf(therapy(62_500), pump)[0]).toEqual({ label: 'Rate', before: '1.300 mL/day', after: '1.500 mL/day' });
  });

  it('to a profile shows every part of the day', () => {
    const segments = [{ startMinute: 0, nlPerHour: 20_833 }, { startMinute: 1_080, nlPerHour: 62_500 }];
    const rows = rowsOf({ kind: 'therapy', therapy: { ...fakeTherapy, segments } }, pump);
    expect(rows.map((row) => row.after)).toEqual(expect.arrayContaining(['from 00:00 UTC 0.500 mL/day', 'from 18:00 UTC 1.500 mL/day']));
  });

  it('that ends a therapy shows what ends', () => {
    expect(rowsOf({ kind: 'end' }, pump)).toContainEqual({ label: 'Rate', before: '1.300 mL/day', after: null });
  });

  it('shows the dose for each kilogram when the weight is known', () => {
    expect(doseRows(8_400, 9_800, 70_000)).toEqual([
      { label: 'Dose of a day', before: '8.40 mg/day', after: '9.80 mg/day' },
      { label: 'for each kilogram', before: '0.120 mg/kg/day', after: '0.140 mg/kg/day' },
    ]);
    expect(doseRows(8_400, 0, 0)).toHaveLength(1);
  });
});

describe('a big change', () => {
  it('by more than twice is typed again', () => {
    expect(bigChange(pump.echoOf(therapy(54_166 * 2)), pump)).toBeNull();
    expect(bigChange(pump.echoOf(therapy((54_166 * 2) + 1)), pump)?.wire).toBe((54_166 * 2) + 1);
  });

  it('to less than half is typed again too', () => {
    expect(bigChange(pump.echoOf(therapy(27_082)), pump)?.label).toBe('the highest rate');
  });

  it('of the dose alone is typed again as its rate', () => {
    const echo = { ...pump.echoOf(therapy(54_166)), doseBeforeUgPerDay: 4_000, doseAfterUgPerDay: 8_398 };
    expect(bigChange(echo, pump)?.wire).toBe(54_166);
  });

  it('has nothing to be far from when nothing was ordered', () => {
    pump.therapy.value = { value: null, atMs: 0 };
    expect(bigChange({ ...pump.echoOf(therapy(125_000)), doseBeforeUgPerDay: 0 }, pump)).toBeNull();
  });

  it('of a concentration stands out', () => {
    const order: Order = { kind: 'drug', drug: { ...fakeDrug, ugPerMl: 646 } };
    expect(bigChange(pump.echoOf(order), pump)?.label).toBe('Concentration');
  });

  it('is confirmed by the number as it is shown, however it is rounded for the pump', () => {
    const big = bigChange(pump.echoOf(therapy(112_001)), pump);
    expect(big !== null && isSame(big, 112_000)).toBe(true);
    expect(big !== null && isSame(big, 111_000)).toBe(false);
    expect(big !== null && isSame(big, null)).toBe(false);
  });
});

describe('a refusal', () => {
  it('says what, which number, and where the limit lies', () => {
    expect(reasonText({ code: 'Refused', verdict: 'AboveHardLimit', field: 'TherapyRate', number: 130_000, limit: 125_000 }))
      .toBe('The number is too large. Rate: 3.120 mL/day; the limit is 3.000 mL/day.');
  });

  it('about no number names none', () => {
    expect(reasonText({ code: 'Refused', verdict: 'AlarmStands', field: null, number: 0, limit: 0 })).toBe('An alarm forbids it.');
  });

  it('of a newer pump is shown as it is', () => {
    expect(reasonText({ code: '0xF0', verdict: null, field: null, number: 0, limit: 0 })).toBe('The pump answered 0xF0.');
  });
});
