import { describe, expect, it } from 'vitest';
import { LinkError } from '../../src/link/PumpLink';
import type { Order } from '../../src/model/Order';
import { answerCodes, opcodes, verdicts } from '../../src/protocol/gatt';
import { PumpBench, therapy } from '../PumpBench';

const order: Order = { kind: 'therapy', therapy };

/** After a loss: the page connects and opens the session again, and asks. */
const recover = (bench: PumpBench): Promise<void> => bench.clock.run(3_000);

describe('a change', () => {
  it('is staged, compared, committed and confirmed', async () => {
    const bench = await PumpBench.staged();
    expect(bench.model.change.value).toMatchObject({
      kind: 'staged', order, echo: { order, needsConfirmation: false, doseChanges: true, unusual: null, doseBeforeUgPerDay: 8_400, doseAfterUgPerDay: 9_000 },
    });
    await bench.do(bench.model.commit(false));
    expect(bench.change).toBe('confirmed');
    expect(bench.model.therapy.value?.value).toMatchObject(therapy);
    bench.model.dismiss();
    expect(bench.change).toBe('idle');
  });

  it('that the pump understood otherwise is never committed', async () => {
    const bench = await PumpBench.inSession();
    bench.pump.programs.misunderstand = (payload) => payload.map((byte, i) => (i === 11 ? byte ^ 1 : byte));
    await bench.do(bench.model.stage(order));
    expect(bench.model.change.value).toMatchObject({ kind: 'differs', order, echo: { order: { kind: 'therapy' } } });
    await bench.do(bench.model.commit(true));
    expect(bench.times(opcodes.Commit)).toBe(0);
  });

  it('that is refused says why', async () => {
    const bench = await PumpBench.inSession();
    bench.pump.programs.answers.set(opcodes.StageTherapy, Uint8Array.of(answerCodes.Refused, verdicts.AboveHardLimit, 0, 1, 0, 0, 0, 2, 0, 0, 0));
    await bench.do(bench.model.stage(order));
    expect(bench.model.change.value).toEqual({
      kind: 'refused', order, reason: { code: 'Refused', verdict: 'AboveHardLimit', field: 'TherapyRate', number: 1, limit: 2 },
    });
  });

  it('that is unusual is not committed before a person says yes', async () => {
    const bench = await PumpBench.inSession();
    bench.pump.programs.needsConfirmation = true;
    await bench.do(bench.model.stage(order));
    expect(bench.model.change.value).toMatchObject({ kind: 'staged', echo: { needsConfirmation: true, unusual: { field: 'TherapyRate', limit: 83_400 } } });
    await bench.do(bench.model.commit(false));
    expect([bench.change, bench.times(opcodes.Commit)]).toEqual(['staged', 0]);
    await bench.do(bench.model.commit(true));
    expect(bench.change).toBe('confirmed');
  });

  it('expires after 60 s', async () => {
    const bench = await PumpBench.staged();
    await bench.clock.run(60_100);
    expect(bench.model.change.value).toEqual({ kind: 'expired', order });
    await bench.do(bench.model.commit(true));
    expect(bench.times(opcodes.Commit)).toBe(0);
  });

  it.each([['TooLate', 'expired'], ['NothingStaged', 'expired'], ['OtherDigest', 'refused']] as const)('that the pump finds %s is %s', async (code, kind) => {
    const bench = await PumpBench.staged();
    bench.pump.programs.answers.set(opcodes.Commit, Uint8Array.of(answerCodes[code]));
    await bench.do(bench.model.commit(false));
    expect(bench.change).toBe(kind);
  });

  it('that the memory has not taken says so', async () => {
    const bench = await PumpBench.staged();
    bench.pump.programs.answers.set(opcodes.Commit, Uint8Array.of(answerCodes.NotKept, 1, 0));
    await bench.do(bench.model.commit(false));
    expect(bench.model.change.value).toMatchObject({ kind: 'confirmed', notKept: true });
  });

  it('with a number that does not fit is not sent', async () => {
    const bench = await PumpBench.inSession();
    await expect(bench.do(bench.model.stage({ kind: 'refill', fillNl: 0.1, drawnOutNl: null }))).rejects.toBeInstanceOf(RangeError);
    expect([bench.change, bench.times(opcodes.StageRefill)]).toEqual(['idle', 0]);
  });

  it('needs a session', async () => {
    const bench = await PumpBench.connected();
    await bench.do(bench.model.stage(order));
    expect(bench.model.change.value).toMatchObject({ kind: 'refused', reason: { code: 'NoSession' } });
  });

  it('is committed once, however often a person presses', async () => {
    const bench = await PumpBench.staged();
    await bench.do(Promise.all([bench.model.commit(false), bench.model.commit(false), bench.model.commit(false)]));
    expect(bench.times(opcodes.Commit)).toBe(1);
  });
});

describe('a link that is lost', () => {
  it('before the order arrives: nothing was changed', async () => {
    const bench = await PumpBench.inSession();
    bench.pump.writeMishaps.set(opcodes.StageTherapy, 'lose');
    await bench.do(bench.model.stage(order));
    expect(bench.model.change.value).toEqual({ kind: 'unknown', order, wasCommitted: false });
    await recover(bench);
    expect(bench.change).toBe('idle');
    expect(bench.times(opcodes.StageTherapy)).toBe(1);
  });

  it('before the echo comes: nothing was changed', async () => {
    const bench = await PumpBench.inSession();
    bench.pump.mishaps.set(opcodes.StageTherapy, 'lose');
    await bench.do(bench.model.stage(order));
    expect(bench.change).toBe('unknown');
    await recover(bench);
    expect([bench.change, bench.pump.programs.therapy]).toEqual(['idle', null]);
  });

  it('while a person compares: the pump has forgotten it', async () => {
    const bench = await PumpBench.staged();
    bench.pump.lose();
    expect(bench.model.change.value).toEqual({ kind: 'expired', order });
    await recover(bench);
    await bench.do(bench.model.commit(true));
    expect(bench.times(opcodes.Commit)).toBe(0);
  });

  it('before the commit arrives: it was not done', async () => {
    const bench = await PumpBench.staged();
    bench.pump.writeMishaps.set(opcodes.Commit, 'lose');
    await bench.do(bench.model.commit(false));
    expect(bench.model.change.value).toEqual({ kind: 'unknown', order, wasCommitted: true });
    bench.model.dismiss();
    await bench.do(bench.model.stage(order));
    expect(bench.change).toBe('unknown');
    await recover(bench);
    expect([bench.change, bench.times(opcodes.Commit), bench.pump.programs.therapy]).toEqual(['idle', 1, null]);
  });

  it('before the commit arrives, of a bolus, which shows nowhere else: it was not done', async () => {
    const bench = await PumpBench.inSession();
    await bench.do(bench.model.stage({ kind: 'bolus', bolus: 'Flush', volumeNl: 100_000, nlPerHour: 100_000 }));
    bench.pump.writeMishaps.set(opcodes.Commit, 'lose');
    await bench.do(bench.model.commit(false));
    await recover(bench);
    expect(bench.change).toBe('idle');
  });

  it('before the answer to the commit comes: it was done', async () => {
    const bench = await PumpBench.staged();
    bench.pump.mishaps.set(opcodes.Commit, 'lose');
    await bench.do(bench.model.commit(false));
    expect(bench.change).toBe('unknown');
    await recover(bench);
    expect(bench.model.change.value).toMatchObject({ kind: 'confirmed', echo: { order } });
    expect(bench.model.therapy.value?.value).toMatchObject(therapy);
    expect([bench.times(opcodes.Commit), bench.times(opcodes.StageTherapy)]).toEqual([1, 1]);
  });

  it('before the answer comes that refuses it: it was refused', async () => {
    const bench = await PumpBench.staged();
    bench.pump.programs.needsConfirmation = true;
    bench.pump.mishaps.set(opcodes.Commit, 'lose');
    await bench.do(bench.model.commit(false));
    await recover(bench);
    expect(bench.model.change.value).toMatchObject({ kind: 'refused', reason: { code: 'Refused', verdict: 'NeedsConfirmation' } });
  });

  it('with the answer only, and not the link: asked again, done once', async () => {
    const bench = await PumpBench.staged();
    bench.pump.mishaps.set(opcodes.Commit, 'drop');
    await bench.do(bench.model.commit(false));
    expect(bench.change).toBe('confirmed');
    expect(bench.pump.done.filter((opcode) => opcode === opcodes.Commit).length).toBe(1);
  });

  it('while the pump starts again: what holds decides', async () => {
    for (const [arrived, kind] of [['mishaps', 'confirmed'], ['writeMishaps', 'idle']] as const) {
      const bench = await PumpBench.staged();
      bench.pump[arrived].set(opcodes.Commit, 'lose');
      await bench.do(bench.model.commit(false));
      bench.pump.restart(0x50515253);
      await recover(bench);
      expect(bench.change).toBe(kind);
    }
  });

  it('while the pump starts again: a bolus stays unclear', async () => {
    const bench = await PumpBench.inSession();
    await bench.do(bench.model.stage({ kind: 'bolus', bolus: 'Flush', volumeNl: 100_000, nlPerHour: 100_000 }));
    bench.pump.mishaps.set(opcodes.Commit, 'lose');
    await bench.do(bench.model.commit(false));
    bench.pump.restart(0x50515253);
    await recover(bench);
    expect(bench.model.change.value).toMatchObject({ kind: 'refused', reason: { code: 'Unclear' } });
  });

  it('for good: it stays unknown until a person has a session again', async () => {
    const bench = await PumpBench.staged();
    bench.pump.mishaps.set(opcodes.Commit, 'lose');
    await bench.do(bench.model.commit(false));
    bench.pump.openProblem = new LinkError('outOfRange');
    await bench.clock.run(60_000);
    await bench.do(bench.model.settle());
    expect(bench.change).toBe('unknown');
    bench.pump.openProblem = null;
    await bench.do(bench.model.connect());
    await recover(bench);
    expect(bench.change).toBe('confirmed');
  });
});
