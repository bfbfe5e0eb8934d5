import { beforeEach, describe, expect, it } from 'vitest';
import gatt from '../../../docs/gatt.json';
import { LinkError } from '../../src/link/PumpLink';
import { opcodes } from '../../src/protocol/gatt';
import { cardKeyOf, type CardKey } from '../../src/session/CardKey';
import { exportLog } from '../../src/session/exportLog';
import { Session } from '../../src/session/Session';
import { SessionEnded, SessionRefused } from '../../src/session/SessionError';
import { FakePump } from '../FakePump';
import { bytesOf } from '../golden';
import { TestClock } from '../TestClock';

let clock: TestClock;
let pump: FakePump;
let session: Session;
let card: CardKey;
let ends: string[];

beforeEach(async () => {
  clock = new TestClock();
  pump = new FakePump(bytesOf(gatt.golden.secret));
  session = new Session(pump, clock);
  ends = [];
  session.onEnded = (why) => ends.push(why);
  const key = await cardKeyOf(gatt.golden.card);

  if (typeof key === 'string') {
    throw new Error(key);
  }

  card = key;
  pump.onLost = () => session.finish('LinkLost');
  await pump.open();
  await session.listen();
});

const start = (): Promise<unknown> => clock.finish(session.start(card, pump.serial));
const commands = (): number => pump.written.filter((write) => write.to === 'Command').length;

describe('opening', () => {
  it('needs a card of this pump', async () => {
    pump.serial = 'HAIP-0000018';
    await expect(start()).rejects.toMatchObject({ why: 'otherPump' });
    expect(pump.written).toEqual([]);
  });

  it('does not try a key that the pump no longer has', async () => {
    pump.keyId = 8;
    await expect(start()).rejects.toMatchObject({ why: 'otherKey' });
    expect(pump.written.length).toBe(1);
  });

  it('ends when the pump cannot prove the secret', async () => {
    pump.sessionMishap = 'bad';
    await expect(start()).rejects.toMatchObject({ why: 'notThePump' });
    expect(session.open).toBeNull();
  });

  it('says how long the pump listens to nobody', async () => {
    const opening = session.start(card, pump.serial);
    pump.refuseSession('TooSoon', 17);
    await expect(clock.finish(opening)).rejects.toMatchObject({ why: 'TooSoon', waitSeconds: 17 });
  });

  it('is refused by another secret', async () => {
    const other = new FakePump(new Uint8Array(32));
    await other.open();
    const stranger = new Session(other, clock);
    await stranger.listen();
    await expect(clock.finish(stranger.start(card, other.serial))).rejects.toMatchObject({ why: 'BadProof', waitSeconds: 1 });
  });

  it('fails with the link', async () => {
    pump.sessionMishap = 'lose';
    await expect(start()).rejects.toBeInstanceOf(SessionEnded);
    await expect(start()).rejects.toBeInstanceOf(LinkError);
  });

  it('gives up when nobody answers', async () => {
    await pump.listen('Session', () => {});
    await expect(start()).rejects.toBeInstanceOf(SessionRefused);
  });
});

describe('a command', () => {
  beforeEach(start);

  it('is asked again with the same frame, and done once', async () => {
    pump.mishaps.set(opcodes.Suspend, 'drop');
    const answer = await clock.finish(session.command('Suspend'));
    expect(answer.payload).toEqual(Uint8Array.of(0x5a));
    expect(pump.done).toEqual([opcodes.Suspend]);
    expect(commands()).toBe(2);
  });

  it('passes over an answer that is not genuine', async () => {
    pump.mishaps.set(opcodes.Suspend, 'bad');
    await clock.finish(session.command('Suspend'));
    expect(pump.done).toEqual([opcodes.Suspend]);
    expect(commands()).toBe(2);
  });

  it('takes no answer for another that came twice', async () => {
    pump.mishaps.set(opcodes.Suspend, 'twice');
    await clock.finish(session.command('Suspend'));
    expect((await clock.finish(session.command('Suspend'))).number).toBe(2);
    expect((await clock.finish(session.command('ReadLastCommit'))).opcode).toBe(opcodes.ReadLastCommit);
  });

  it('waits for the one before', async () => {
    const answers = Promise.all([session.command('Suspend'), session.command('KeepAlive'), session.command('ReadDrug')]);
    expect((await clock.finish(answers)).map((answer) => answer.number)).toEqual([1, 2, 3]);
    expect(ends).toEqual([]);
  });

  it('without any answer ends the session', async () => {
    await pump.listen('Command', () => {});
    await expect(clock.finish(session.command('KeepAlive'))).rejects.toMatchObject({ why: 'LinkLost' });
    expect(commands()).toBe(4);
    expect(ends).toEqual(['LinkLost']);
  });

  it('learns that the link is lost', async () => {
    pump.mishaps.set(opcodes.Commit, 'lose');
    await expect(clock.finish(session.command('Commit', new Uint8Array(17)))).rejects.toMatchObject({ why: 'LinkLost' });
    await expect(clock.finish(session.command('KeepAlive'))).rejects.toBeInstanceOf(SessionEnded);
    expect(ends).toEqual(['LinkLost']);
  });

  it('learns that the pump ended the session', async () => {
    pump.endSession('Idle');
    expect(ends).toEqual(['Idle']);
    expect(session.open).toBeNull();
  });

  it('learns that another session took its place', async () => {
    pump.forgetSession();
    await expect(clock.finish(session.command('KeepAlive'))).rejects.toMatchObject({ why: 'Replaced' });
    expect(ends).toEqual(['Replaced']);
  });

  it('is not disturbed by what nobody can have said', () => {
    pump.tell('Session', Uint8Array.of(1, 2, 3));
    expect(session.open).not.toBeNull();
  });
});

describe('an export', () => {
  beforeEach(start);

  const collect = async (): Promise<{ numbers: number[]; missing: number; promised: number }> => {
    const found = { numbers: [] as number[], missing: -1, promised: -1 };

    for await (const piece of exportLog(session, 'events')) {
      if (piece.kind === 'promised') {
        found.promised = piece.entries;
      } else if (piece.kind === 'end') {
        found.missing = piece.missing;
      } else {
        found.numbers.push(...piece.entries.map((entry) => entry.number));
      }
    }

    return found;
  };

  const all = { numbers: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], missing: 0, promised: 10 };

  it('brings every entry', async () => {
    expect(await clock.finish(collect())).toEqual(all);
  });

  it('begins again as soon as a frame is missing', async () => {
    pump.programs.loseFrames.add(1);
    const beganMs = clock.nowMs();
    expect(await clock.finish(collect())).toEqual(all);
    expect(clock.nowMs() - beganMs).toBeLessThan(5_000);
  });

  it.each([0, 1, 2, 3])('goes on where frame %i was lost', async (lost) => {
    pump.programs.loseFrames.add(lost);
    expect(await clock.finish(collect())).toEqual(all);
  });

  it('gives up with the session', async () => {
    pump.programs.loseFrames.add(0).add(1);
    const collecting = collect();
    collecting.catch(() => {});
    await clock.run(1_000);
    pump.endSession('Idle');
    await expect(clock.finish(collecting)).rejects.toMatchObject({ why: 'Idle' });
  });
});

describe('a command that waits for its turn', () => {
  it('is not sent when the session has ended', async () => {
    await start();
    pump.mishaps.set(opcodes.KeepAlive, 'drop');
    const results = Promise.allSettled([session.command('KeepAlive'), session.command('Suspend')]);
    await clock.run(100);
    pump.endSession('Idle');
    expect((await clock.finish(results)).map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect(commands()).toBe(1);
  });

  it('is over when a person opens another session, which goes on', async () => {
    await start();
    pump.mishaps.set(opcodes.KeepAlive, 'drop');
    const waiting = session.command('KeepAlive');
    waiting.catch(() => {});
    await clock.run(100);
    await start();
    await expect(clock.finish(waiting)).rejects.toMatchObject({ why: 'Replaced' });
    expect((await clock.finish(session.command('ReadDrug'))).number).toBe(1);
    expect(ends).toEqual([]);
  });

  it('is never sent in the session after', async () => {
    await start();
    pump.mishaps.set(opcodes.KeepAlive, 'lose');
    const results = Promise.allSettled([session.command('KeepAlive'), session.command('Suspend')]);
    expect((await clock.finish(results)).map((result) => result.status)).toEqual(['rejected', 'rejected']);
    await pump.open();
    await session.listen();
    await start();
    await clock.finish(session.command('ReadDrug'));
    expect(pump.done).toEqual([opcodes.KeepAlive, opcodes.ReadDrug]);
  });
});
