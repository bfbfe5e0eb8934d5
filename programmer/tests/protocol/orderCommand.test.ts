import { describe, expect, it } from 'vitest';
import type { Order } from '../../src/model/Order';
import * as tables from '../../src/protocol/gatt';
import { readOrder, writeOrder } from '../../src/protocol/orderCommand';
import { ProtocolError } from '../../src/protocol/ProtocolError';

const therapy = { durationHours: 336, resumeWithinMinutes: 30, patencyNlPerHour: 8_330, segments: [{ startMinute: 0, nlPerHour: 54_167 }, { startMinute: 900, nlPerHour: 60_000 }] };

const orders: readonly Order[] = [
  { kind: 'therapy', therapy },
  { kind: 'bolus', bolus: 'Flush', volumeNl: 500_000, nlPerHour: 300_000 },
  { kind: 'bolus', bolus: 'PerfusionTest', volumeNl: 100_000, nlPerHour: 50_000 },
  { kind: 'end' },
  { kind: 'refill', fillNl: 30_000_000, drawnOutNl: 11_800_000 },
  { kind: 'refill', fillNl: 30_000_000, drawnOutNl: null },
  { kind: 'refill', fillNl: 30_000_000, drawnOutNl: 0 },
  { kind: 'drug', drug: { id: 65_535, nature: 'Cytotoxic', ugPerMl: 6_460, name: 'FLOXURIDINE1' } },
  { kind: 'drug', drug: { id: 0, nature: 'Carrier', ugPerMl: 0, name: '' } },
  { kind: 'limits', limits: { weightG: 70_000, ugPerDay: 21_000, ugPerKgPerDay: 300 } },
  { kind: 'scan', accepted: true },
  { kind: 'scan', accepted: false },
  { kind: 'calibration', calibration: { complianceFlPerPa: 100_000, compliancePpmPerC: -2_000, atMilliC: 37_000, flowGainPpm: 0, flowGainPpmPerC: -100 } },
  { kind: 'clock', utcSeconds: 4_000_000_000 },
];

describe('an order', () => {
  it.each(orders)('comes back as it was: $kind', (order) => {
    const { command, payload } = writeOrder(order);
    expect(payload.length).toBe(tables.payloadLengths[command]);
    expect(readOrder(order.kind, payload)).toEqual(order);
  });

  it.each([
    ['a fraction', { kind: 'bolus', bolus: 'Flush', volumeNl: 0.5, nlPerHour: 1 }],
    ['not a number', { kind: 'bolus', bolus: 'Flush', volumeNl: Number.NaN, nlPerHour: 1 }],
    ['too large', { kind: 'refill', fillNl: 2 ** 31, drawnOutNl: null }],
    ['hours below zero', { kind: 'therapy', therapy: { ...therapy, durationHours: -1 } }],
    ['nine segments', { kind: 'therapy', therapy: { ...therapy, segments: Array(9).fill({ startMinute: 0, nlPerHour: 1 }) } }],
    ['a name that is too long', { kind: 'drug', drug: { id: 1, nature: 'Carrier', ugPerMl: 1, name: 'THIRTEENCHARS' } }],
    ['a name with other letters', { kind: 'drug', drug: { id: 1, nature: 'Carrier', ugPerMl: 1, name: 'ümlaut' } }],
  ] as const satisfies readonly (readonly [string, Order])[])('with %s is never sent', (_, order) => {
    expect(() => writeOrder(order)).toThrow(RangeError);
  });

  it('that is echoed with other bytes than it can have is not read', () => {
    const { payload } = writeOrder({ kind: 'therapy', therapy });
    payload[56] = 1; // rate of a segment that is not used
    expect(() => readOrder('therapy', payload)).toThrow(ProtocolError);
    expect(() => readOrder('scan', Uint8Array.of(0x32))).toThrow(ProtocolError);
    expect(() => readOrder('end', Uint8Array.of(0))).toThrow(ProtocolError);
    expect(() => readOrder('clock', Uint8Array.of(0, 0))).toThrow(ProtocolError);
  });
});
