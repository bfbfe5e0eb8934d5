import { describe, expect, it } from 'vitest';
import gatt from '../../../docs/gatt.json';
import { readAnswer } from '../../src/protocol/AnswerFrame';
import { readEcho } from '../../src/protocol/EchoFrame';
import { readEvent } from '../../src/protocol/EventMessage';
import { unseal } from '../../src/protocol/FrameSeal';
import * as tables from '../../src/protocol/gatt';
import { readIdentity } from '../../src/protocol/IdentityMessage';
import { readMeasurements } from '../../src/protocol/MeasurementsMessage';
import { readOrder, writeOrder } from '../../src/protocol/orderCommand';
import { ProtocolError } from '../../src/protocol/ProtocolError';
import { readReason } from '../../src/protocol/reason';
import { readSessionFrame, writeHello } from '../../src/protocol/SessionFrame';
import { readStatus } from '../../src/protocol/StatusMessage';
import { bytesOf, golden, hexOf } from '../golden';

const payloadOf = (frame: Uint8Array): Uint8Array => readAnswer(frame.slice(0, -tables.tagLength)).payload;

describe('the printed tables', () => {
  it('say what docs/gatt.json says', () => {
    expect(tables.serviceUuid).toBe(gatt.serviceUuid);
    expect(tables.timings.idleMs).toBe(gatt.idleSeconds * 1000);
    expect(Object.entries(tables.characteristics).map(([name, row]) => [name, row.number, row.uuid, row.length])).toEqual(
      gatt.characteristics.map((row) => [row.characteristic, row.number, row.uuid, row.length]),
    );
    expect(tables.payloadLengths).toEqual(Object.fromEntries(gatt.commands.map((row) => [row.name, row.payloadLength])));
    expect({ None: 0, ...tables.opcodes }).toEqual(gatt.codes.opcode);
    expect(tables.verdicts).toEqual(gatt.numbers.verdict);
    expect(tables.fields).toEqual(gatt.numbers.orderField);
    expect(Object.entries(tables.limits).map(([field, row]) => ({ field, ...row }))).toEqual(gatt.limits);
    expect(Object.entries(tables.alarms).map(([name, row]) => ({ name, ...row }))).toEqual(gatt.alarms);
  });
});

describe('frames of the pump', () => {
  it('Identity', () => {
    expect(readIdentity(golden('Identity'))).toEqual({ protocolVersion: 1, hasSecret: true, keyId: 7, serial: gatt.golden.serial, boot: 0x43424140, longestFrame: 100 });
  });

  it('Status', () => {
    const status = readStatus(unseal(golden('Status')).plain);
    expect(status.state).toBe('SelfTest');
    expect(status.priority).toBe('None');
    expect([status.batteryPermille, status.measuredNlPerHour, status.reservoirNl, status.dryInMinutes, status.utcSeconds]).toEqual([null, null, null, 0, null]);
    expect(status.memoryKept).toBe(true);
  });

  it('Measurements, of which nothing is known yet', () => {
    const measured = readMeasurements(unseal(golden('Measurements')).plain);
    expect(measured.patency).toBe('Unknown');
    expect([measured.chamberPa, measured.catheterMeanPa, measured.pulsePa, measured.reservoirPa, measured.ambientPa, measured.drugMilliC, measured.boardMilliC]).toEqual(Array(7).fill(null));
  });

  it('Event', () => {
    expect(readEvent(unseal(golden('Event', 1)).plain)).toEqual({ flags: tables.eventFlags.Started | tables.eventFlags.State, changes: 1, alarmsStanding: 0 });
  });

  it('of a session', () => {
    expect(readSessionFrame(golden('Challenge'))).toMatchObject({ kind: 'challenge', keyId: 7, session: 0x43424141, boot: 0x43424140 });
    expect(readSessionFrame(golden('Opened'))).toMatchObject({ kind: 'opened', idleSeconds: 300 });
    expect(readSessionFrame(golden('Ended'))).toEqual({ kind: 'ended', why: tables.ends.Asked, session: 0x43424141 });
  });

  it('an echo, and a refusal with field, number and limit', () => {
    const echo = readEcho(payloadOf(golden('StageRefill: Staged')));
    expect(echo).toMatchObject({ needsConfirmation: false, doseChanges: false, endsTherapy: false, unusual: null });
    expect(readOrder('refill', echo.order)).toEqual({ kind: 'refill', fillNl: 30_000_000, drawnOutNl: null });
    const refused = readAnswer(golden('StageBolus: Refused').slice(0, -16));
    expect(readReason(refused.code, refused.payload)).toEqual({ code: 'Refused', verdict: 'BelowHardLimit', field: 'FlushVolume', number: 1, limit: 50_000 });
  });

  it('with any bit altered are not believed', () => {
    for (const frame of [golden('Identity'), golden('Status'), golden('Event')]) {
      for (let bit = 0; bit < frame.length * 8; bit++) {
        const altered = frame.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(() => unseal(altered)).toThrow(ProtocolError);
      }

      expect(() => unseal(frame.subarray(0, -1))).toThrow(ProtocolError);
    }
  });

  it('of another length are not believed', () => {
    const plain = unseal(golden('Status')).plain;
    expect(() => readStatus(plain.subarray(1))).toThrow(ProtocolError);
    expect(() => readStatus(Uint8Array.from([...plain, 0]))).toThrow(ProtocolError);
    expect(() => readStatus(Uint8Array.from([0xff, ...plain.subarray(1)]))).toThrow(ProtocolError);
  });
});

describe('frames of the programmer', () => {
  it('Hello', () => {
    expect(hexOf(writeHello(bytesOf('C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF')))).toBe(hexOf(golden('Hello')));
  });

  it('orders', () => {
    expect(hexOf(writeOrder({ kind: 'refill', fillNl: 30_000_000, drawnOutNl: null }).payload)).toBe('80C3C901FFFFFFFF');
    expect(hexOf(writeOrder({ kind: 'bolus', bolus: 'Flush', volumeNl: 1, nlPerHour: 20_000 }).payload)).toBe('0F0001000000204E0000');
  });
});
