import { describe, expect, it } from 'vitest';
import type { Order } from '../../src/model/Order';
import { sameTherapy } from '../../src/model/sameTherapy';
import { opcodes } from '../../src/protocol/gatt';
import { card, PumpBench, therapy } from '../PumpBench';
import type { Mishap } from '../FakePump';

const order: Order = { kind: 'therapy', therapy };
const commands = [opcodes.StageTherapy, opcodes.Commit, opcodes.ReadLastCommit, opcodes.ReadTherapy, opcodes.ReadDrug, opcodes.ClearEvents, opcodes.ReadLimit];
const answers: readonly (Mishap | null)[] = [null, 'drop', 'twice', 'lose', 'bad'];
const writes: readonly (Mishap | null)[] = [null, null, null, 'drop', 'lose'];

/** A linear congruential generator of Numerical Recipes: the same chance in every run. */
function chance(seed: number): <T>(of: readonly T[]) => T {
  let state = seed;
  return (of) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return of[Math.floor((state / 2 ** 32) * of.length)] as (typeof of)[number];
  };
}

async function misfortune(seed: number): Promise<PumpBench> {
  const pick = chance(seed);
  const bench = await PumpBench.inSession();

  for (const opcode of commands) {
    const [onAnswer, onWrite] = [pick(answers), pick(writes)];
    onAnswer !== null && bench.pump.mishaps.set(opcode, onAnswer);
    onWrite !== null && bench.pump.writeMishaps.set(opcode, onWrite);
  }

  await bench.do(bench.model.stage(order));
  await bench.do(bench.model.commit(false));

  for (let i = 0; i < 5 && bench.model.authority.value.kind !== 'open'; i++) {
    await bench.clock.run(20_000);
    await bench.do(bench.model.connect());
  }

  await bench.clock.run(60_000);
  return bench;
}

describe('whatever goes wrong', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('a page says in the end what the pump has done, which did it at most once: %i', async (seed) => {
    const bench = await misfortune(seed);
    const held = bench.pump.programs.therapy;
    const done = bench.pump.done.filter((opcode) => opcode === opcodes.Commit).length;

    expect(['idle', 'confirmed', 'expired']).toContain(bench.change);
    expect(done).toBe(bench.change === 'confirmed' ? 1 : 0);
    expect(held !== null && sameTherapy(held, therapy)).toBe(bench.change === 'confirmed');
    expect(bench.model.authority.value.kind).toBe('open');
    expect(bench.model.therapy.value?.value?.segments ?? null).toEqual(held?.segments ?? null);
    expect(card).toContain(bench.model.identity.value?.value.serial);
  });
});
