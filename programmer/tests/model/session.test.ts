import { describe, expect, it } from 'vitest';
import { answerCodes, opcodes, verdicts } from '../../src/protocol/gatt';
import { card, PumpBench } from '../PumpBench';

describe('a session of the page', () => {
  it('reads therapy, drug and all limits', async () => {
    const { model } = await PumpBench.inSession();
    expect(model.authority.value).toMatchObject({ kind: 'open', keyId: 7 });
    expect(model.therapy.value?.value).toBeNull();
    expect(model.drug.value?.value).toMatchObject({ name: 'SALINE', nature: 'Carrier', weightG: 70_000 });
    expect(model.limits.value.size).toBe(27);
    expect(model.limits.value.get('TherapyRate')).toEqual({ hardLow: 4_160, softLow: 20_800, softHigh: 83_400, hardHigh: 125_000 });
  });

  it.each([
    ['notACard', 'no card'],
    ['wrongCheck', card.replace('0102', '0103')],
  ] as const)('says %s', async (refused, text) => {
    const bench = await PumpBench.connected();
    await bench.do(bench.model.openSession(text));
    expect(bench.model.authority.value).toEqual({ kind: 'none', refused });
    expect(bench.pump.written).toEqual([]);
  });

  it('says that a card is of another pump', async () => {
    const bench = new PumpBench();
    bench.pump.serial = 'HAIP-0000018';
    await bench.do(bench.model.connect());
    await bench.do(bench.model.openSession(card));
    expect(bench.model.authority.value).toEqual({ kind: 'none', refused: 'otherPump' });
  });

  it('says that the pump is none, and that nobody is listened to', async () => {
    const bench = await PumpBench.connected();
    bench.pump.sessionMishap = 'bad';
    await bench.do(bench.model.openSession(card));
    expect(bench.model.authority.value).toEqual({ kind: 'none', refused: 'notThePump' });
    bench.pump.refusesFor = 4;
    await bench.do(bench.model.openSession(card));
    expect(bench.model.authority.value).toEqual({ kind: 'none', refused: 'TooSoon', waitSeconds: 4 });
  });

  it('ends 300 s after the last thing that a person did, and wipes the card', async () => {
    const bench = await PumpBench.inSession();
    await bench.clock.run(200_000);
    bench.model.active();
    const idleEndsAtMs = bench.clock.nowMs() + 300_000;
    expect(bench.model.authority.value).toMatchObject({ idleEndsAtMs });
    await bench.clock.run(299_000);
    expect(bench.model.authority.value.kind).toBe('open');
    await bench.clock.run(2_000);
    expect(bench.model.authority.value).toEqual({ kind: 'ended', reason: 'Idle' });
    expect(bench.pump.sessionOpen).toBe(false);
    bench.pump.lose();
    await bench.clock.run(5_000);
    expect(bench.model.connection.value.kind).toBe('connected');
    expect(bench.pump.sessionOpen).toBe(false);
  });

  it('is kept alive while a person is active, and not without one', async () => {
    const bench = await PumpBench.inSession();
    await bench.clock.run(250_000);
    expect(bench.times(opcodes.KeepAlive)).toBe(0);
    bench.model.active();
    await bench.clock.run(20_000);
    expect(bench.times(opcodes.KeepAlive)).toBe(1);
    await bench.clock.run(250_000);
    expect(bench.times(opcodes.KeepAlive)).toBe(1);
  });

  it.each(['Idle', 'BadTags', 'Replaced', 'SecretChanged'] as const)('that the pump ended says why: %s', async (reason) => {
    const bench = await PumpBench.staged();
    bench.pump.endSession(reason);
    expect(bench.model.authority.value).toEqual({ kind: 'ended', reason });
    expect(bench.change).toBe('expired');
    await bench.clock.run(20_000);
    expect(bench.model.connection.value.kind).toBe('connected');
    expect(bench.pump.sessionOpen).toBe(false);
  });

  it('that a person ends is over', async () => {
    const bench = await PumpBench.inSession();
    await bench.do(bench.model.endSession());
    expect(bench.model.authority.value).toEqual({ kind: 'ended', reason: 'Asked' });
    expect(bench.pump.done.at(-1)).toBe(opcodes.EndSession);
  });

  it('nobody answers in makes the page connect and open it again', async () => {
    const bench = await PumpBench.inSession();
    await bench.pump.listen('Command', () => {});
    expect(await bench.do(bench.model.suspend())).toEqual({ kind: 'unknown' });
    expect(bench.model.connection.value.kind).toBe('lost');
    await bench.clock.run(2_000);
    expect(bench.model.authority.value.kind).toBe('open');
    expect(bench.pump.done.filter((opcode) => opcode === opcodes.Suspend).length).toBe(1);
  });
});

describe('a command that needs no commit', () => {
  it('is done', async () => {
    const bench = await PumpBench.inSession();
    expect(await bench.do(bench.model.suspend())).toEqual({ kind: 'done' });
    expect(await bench.do(bench.model.acknowledge(7))).toEqual({ kind: 'done' });
    expect(bench.pump.done).toContain(opcodes.Acknowledge);
  });

  it('is refused with the reason', async () => {
    const bench = await PumpBench.inSession();
    bench.pump.programs.answers.set(opcodes.Acknowledge, Uint8Array.of(answerCodes.AlarmUnseen, 9, 0));
    bench.pump.programs.answers.set(opcodes.Resume, Uint8Array.of(answerCodes.Refused, verdicts.AlarmStands, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    expect(await bench.do(bench.model.acknowledge(7))).toEqual({ kind: 'refused', reason: { code: 'AlarmUnseen', verdict: null, field: null, number: 9, limit: 0 } });
    expect(await bench.do(bench.model.resume())).toEqual({ kind: 'refused', reason: { code: 'Refused', verdict: 'AlarmStands', field: null, number: 0, limit: 0 } });
  });

  it('needs a session', async () => {
    const bench = await PumpBench.connected();
    expect(await bench.do(bench.model.pauseAudio(1))).toMatchObject({ kind: 'refused', reason: { code: 'NoSession' } });
    expect(await bench.do(bench.model.exportLog('events'))).toMatchObject({ kind: 'refused', reason: { code: 'NoSession' } });
  });
});

describe('the log', () => {
  it('comes whole, and says how far it is', async () => {
    const bench = await PumpBench.inSession();
    const seen: unknown[] = [];
    bench.model.exporting.subscribe((value) => seen.push(value));
    expect(await bench.do(bench.model.exportLog('faults'))).toEqual({ kind: 'done' });
    expect(bench.model.log.value.map((entry) => entry.number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(bench.model.log.value[0]).toEqual({ log: 'faults', number: 0, atSeconds: 1_800_000_000.5, clock: true, event: 'HourPassed', first: 0, second: -1 });
    expect(seen).toContainEqual({ received: 4, promised: 10 });
    expect(bench.model.exporting.value).toBeNull();
  });

  it('can be stopped', async () => {
    const bench = await PumpBench.inSession();
    [0, 1, 2, 3].forEach((frame) => bench.pump.programs.loseFrames.add(frame));
    const exporting = bench.model.exportLog('events');
    await bench.clock.run(100);
    expect(await bench.do(bench.model.stopExport())).toEqual({ kind: 'done' });
    expect(await bench.do(exporting)).toEqual({ kind: 'done' });
    expect(bench.times(opcodes.Export)).toBe(1);
    expect(bench.pump.done.at(-1)).toBe(opcodes.StopExport);
  });
});
