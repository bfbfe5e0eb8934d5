import { describe, expect, it } from 'vitest';
import { LinkError } from '../../src/link/PumpLink';
import { alarms, eventFlags, opcodes, priorities, responses } from '../../src/protocol/gatt';
import { ByteWriter } from '../../src/protocol/ByteWriter';
import { card, PumpBench, therapy } from '../PumpBench';
import { seal } from '../seal';

const alarmFrame = (what: number, id: number, instance: number, telling: number): Uint8Array =>
  seal(new ByteWriter().u8(what).u8(priorities.High).u16(id).u16(instance).u16(telling).u8(responses.Stop).u8(0).u32(12).u8(1).toBytes());

describe('connecting', () => {
  it('reads who the pump is and what it does', async () => {
    const { model } = await PumpBench.connected();
    expect(model.connection.value).toEqual({ kind: 'connected' });
    expect(model.identity.value?.value).toEqual({
      serial: 'HAIP-0000017', keyId: 7, hasSecret: true, boot: 0x40414243, protocolVersion: 1, manufacturer: 'Manufacturer', model: 'Model', firmware: 'FirmwareRevision',
    });
    expect(model.status.value?.value.state).toBe('Standby');
    expect(model.measurements.value?.value).toMatchObject({ patency: 'Open', chamberPa: 14_000, boardMilliC: null, altitudeM: 0 });
    expect(model.alarms.value?.value).toEqual([]);
    expect(model.therapy.value).toBeNull();
    expect(model.authority.value).toEqual({ kind: 'none' });
  });

  it.each(['cancelled', 'noBluetooth', 'insecure', 'noAdapter'] as const)('says %s', async (problem) => {
    const bench = new PumpBench();
    bench.pump.openProblem = new LinkError(problem);
    await bench.do(bench.model.connect());
    expect(bench.model.connection.value).toEqual({ kind: 'none', problem });
  });

  it('ends with what speaks another protocol', async () => {
    const bench = new PumpBench();
    bench.pump.serial = '\u0001';
    bench.pump.read = () => Promise.resolve(new Uint8Array(24));
    await bench.do(bench.model.connect());
    expect(bench.model.connection.value).toEqual({ kind: 'none', problem: 'notAPump' });
    expect(bench.pump.connected).toBe(false);
  });

  it('forgets everything when a person ends it', async () => {
    const bench = await PumpBench.inSession();
    bench.model.disconnect();
    await bench.clock.run(400_000);
    expect([bench.model.connection.value, bench.model.authority.value]).toEqual([{ kind: 'none' }, { kind: 'none' }]);
    expect([bench.model.identity.value, bench.model.status.value, bench.model.therapy.value]).toEqual([null, null, null]);
    expect(bench.pump.connected).toBe(false);
  });
});

describe('a lost link', () => {
  it('is tried again after 0.5, 1, 2, 4 and 8 s, then by a person', async () => {
    const bench = await PumpBench.connected();
    const lostAtMs = bench.clock.nowMs();
    bench.pump.openProblem = new LinkError('outOfRange');
    bench.pump.lose();
    expect(bench.model.connection.value).toEqual({ kind: 'lost', sinceMs: lostAtMs, attempt: 1, nextTryAtMs: lostAtMs + 500 });
    const opened = [];

    for (const pauseMs of [500, 1_000, 2_000, 4_000, 8_000]) {
      await bench.clock.run(pauseMs);
      opened.push(bench.pump.opened);
    }

    expect(opened).toEqual([2, 3, 4, 5, 6]);
    expect(bench.model.connection.value).toEqual({ kind: 'lost', sinceMs: lostAtMs, attempt: 6, nextTryAtMs: null });
    await bench.clock.run(60_000);
    expect(bench.pump.opened).toBe(6);

    bench.pump.openProblem = null;
    await bench.do(bench.model.connect());
    expect(bench.model.connection.value).toEqual({ kind: 'connected' });
    expect(bench.chosen).toBe(1);
  });

  it('leaves what was known with its age, and hears the pump again', async () => {
    const bench = await PumpBench.connected();
    const before = bench.model.status.value;
    bench.pump.lose();
    expect(bench.model.status.value).toBe(before);
    await bench.clock.run(500);
    expect(bench.model.connection.value).toEqual({ kind: 'connected' });
    expect(bench.model.status.value?.atMs).toBe(bench.clock.nowMs());
    bench.pump.tell('Status', seal(bench.pump.programs.status()));
    expect(bench.model.status.value?.value.upSeconds).toBe(bench.pump.programs.upSeconds);
  });

  it('opens the session again with the card that is in memory', async () => {
    const bench = await PumpBench.inSession();
    bench.pump.lose();
    expect(bench.model.authority.value).toEqual({ kind: 'ended', reason: 'LinkLost' });
    await bench.clock.run(1_500);
    expect(bench.model.authority.value.kind).toBe('open');
    expect(bench.pump.sessionOpen).toBe(true);
  });

  it('opens no session for a person who is gone', async () => {
    const bench = await PumpBench.inSession();
    bench.pump.openProblem = new LinkError('outOfRange');
    bench.pump.lose();
    await bench.clock.run(310_000);
    bench.pump.openProblem = null;
    await bench.do(bench.model.connect());
    expect(bench.model.connection.value).toEqual({ kind: 'connected' });
    expect(bench.model.authority.value).toEqual({ kind: 'ended', reason: 'Idle' });
    expect(bench.pump.sessionOpen).toBe(false);
  });

  it('is not found again in another pump', async () => {
    const bench = await PumpBench.inSession();
    bench.pump.serial = 'HAIP-0000018';
    bench.pump.lose();
    await bench.clock.run(20_000);
    expect(bench.model.connection.value).toMatchObject({ kind: 'lost', nextTryAtMs: null });
    expect(bench.model.identity.value?.value.serial).toBe('HAIP-0000017');
  });
});

describe('what the pump tells', () => {
  it('makes a curve', async () => {
    const bench = await PumpBench.connected();
    await bench.clock.run(1_000);
    bench.pump.tell('Measurements', seal(bench.pump.programs.measurements()));
    bench.pump.tell('Status', seal(bench.pump.programs.status()));
    expect(bench.model.samples.value.length).toBe(2);
    expect(bench.model.samples.value.at(-1)).toMatchObject({ orderedNlPerHour: 54_167, catheterMeanPa: 12_400 });
    await bench.clock.run(4_000);
    bench.pump.tell('Status', seal(bench.pump.programs.status()));
    expect(bench.model.samples.value.at(-1)).toMatchObject({ measuredNlPerHour: 54_000, catheterMeanPa: null });
  });

  it('grows old when it is torn or the same frame again', async () => {
    const bench = await PumpBench.connected();
    const frame = seal(bench.pump.programs.status());
    bench.pump.tell('Status', frame);
    const atMs = bench.clock.nowMs();
    await bench.clock.run(5_000);
    bench.pump.tell('Status', frame);
    bench.pump.tell('Status', frame.slice(1));
    bench.pump.tell('Status', seal(new Uint8Array(70)));
    expect(bench.model.status.value?.atMs).toBe(atMs);
  });

  it('is an alarm, of which it gets a receipt', async () => {
    const bench = await PumpBench.connected();
    bench.pump.tell('Alarms', alarmFrame(0x33, alarms.FreeFlow.id, 3, 9));
    bench.pump.tell('Alarms', alarmFrame(0x33, alarms.FreeFlow.id, 3, 9));
    expect(bench.model.alarms.value?.value).toEqual([
      { id: 'FreeFlow', priority: 'High', instance: 3, response: 'Stop', silent: false, raisedAtMs: bench.clock.nowMs() - 12_000 },
    ]);
    await bench.clock.run(10);
    expect(bench.pump.written.filter(({ to }) => to === 'Alarms').map(({ frame }) => [...frame])).toEqual([[0x5a, 0, 3, 0, 9, 0], [0x5a, 0, 3, 0, 9, 0]]);
    bench.pump.tell('Alarms', alarmFrame(0x55, alarms.FreeFlow.id, 3, 10));
    expect(bench.model.alarms.value?.value).toEqual([]);
  });

  it('is a count of alarms that makes the page read all', async () => {
    const bench = await PumpBench.connected();
    bench.pump.programs.alarms = [{ name: 'BatteryLow', instance: 1 }, { name: 'CatheterOccluded', instance: 2 }];
    bench.pump.tell('Status', seal(bench.pump.programs.status()));
    await bench.clock.run(10);
    expect(bench.model.alarms.value?.value).toMatchObject([
      { id: 'CatheterOccluded', priority: 'High', instance: 2, response: 'Stop', raisedAtMs: null },
      { id: 'BatteryLow', instance: 1 },
    ]);
  });

  it('is a change after which therapy and drug are read again', async () => {
    const bench = await PumpBench.inSession();
    bench.pump.programs.therapy = therapy;
    bench.pump.programs.flags = eventFlags.Order;
    bench.pump.tell('Event', seal(new ByteWriter().u16(eventFlags.Order).u16(5).u8(0).toBytes()));
    await bench.clock.run(100);
    expect(bench.model.therapy.value?.value).toMatchObject({ ...therapy, doseUgPerDay: 8_400 });
    expect(bench.pump.programs.flags).toBe(0);
  });

  it('is a change that costs nothing without a session', async () => {
    const bench = await PumpBench.connected();
    bench.pump.tell('Event', seal(new ByteWriter().u16(eventFlags.Order).u16(5).u8(0).toBytes()));
    await bench.clock.run(100);
    expect(bench.times(opcodes.ReadTherapy)).toBe(0);
  });
});

describe('another tab', () => {
  it('has the pump, and this one waits until it is closed', async () => {
    let tell = (_: boolean): void => {};
    const bench = new PumpBench({
      hold(elsewhere) {
        tell = elsewhere;
        elsewhere(true);
      },
    });
    await bench.do(bench.model.connect());
    expect([bench.model.elsewhere.value, bench.chosen, bench.pump.opened]).toEqual([true, 0, 0]);
    tell(false);
    await bench.do(bench.model.connect());
    expect([bench.model.elsewhere.value, bench.model.connection.value]).toEqual([false, { kind: 'connected' }]);
    expect(card).toContain(bench.pump.serial);
  });
});

describe('a person who does not wait', () => {
  it('starts no second try beside the one that is under way', async () => {
    const bench = await PumpBench.connected();
    bench.pump.lose();
    await bench.clock.run(400);
    const first = bench.model.connect();
    const second = bench.model.connect();
    await bench.do(Promise.all([first, second]));
    expect(bench.pump.opened).toBe(2);
    expect(bench.model.connection.value).toEqual({ kind: 'connected' });
    await bench.clock.run(20_000);
    expect(bench.pump.opened).toBe(2);
  });
});
