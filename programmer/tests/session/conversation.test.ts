import { afterEach, describe, expect, it, vi } from 'vitest';
import gatt from '../../../docs/gatt.json';
import type { Characteristic, PumpLink } from '../../src/link/PumpLink';
import { answerCodes } from '../../src/protocol/gatt';
import { writeOrder } from '../../src/protocol/orderCommand';
import { cardKeyOf } from '../../src/session/CardKey';
import type { Command } from '../../src/session/CommandChannel';
import { Session } from '../../src/session/Session';
import { bytesOf, hexOf } from '../golden';
import { TestClock } from '../TestClock';

/** Answers each frame of the golden conversation with what the pump says to it, and any other frame with an error. */
class GoldenLink implements PumpLink {
  readonly name = 'golden';
  onLost = null;

  private readonly heard = new Map<string, (frame: Uint8Array) => void>();
  private left = gatt.golden.frames.slice(gatt.golden.frames.findIndex((frame) => frame.what === 'Hello'));

  get over(): boolean {
    return this.left.length === 0;
  }

  async open(): Promise<void> {}

  close(): void {}

  read(): Promise<Uint8Array> {
    return Promise.reject(new Error('nothing is read'));
  }

  async write(to: Characteristic, frame: Uint8Array): Promise<void> {
    const expected = this.left.shift();
    expect([to, hexOf(frame)]).toEqual([expected?.characteristic, expected?.hex]);

    while (this.left[0]?.from === 'pump') {
      const told = this.left.shift();
      this.heard.get(told?.characteristic ?? '')?.(bytesOf(told?.hex ?? ''));
    }

    await Promise.resolve();
  }

  async listen(to: Characteristic, heard: (frame: Uint8Array) => void): Promise<void> {
    this.heard.set(to, heard);
    await Promise.resolve();
  }

  /** Frames that this programmer would never write. */
  skip(count: number): void {
    this.left.splice(0, count);
  }
}

afterEach(() => vi.restoreAllMocks());

describe('a session', () => {
  it('says byte for byte what docs/gatt.json says', async () => {
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      (array as Uint8Array).set(bytesOf('C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF'));
      return array;
    });
    const link = new GoldenLink();
    const session = new Session(link, new TestClock());
    const ends: string[] = [];
    session.onEnded = (why) => ends.push(why);
    await session.listen();
    const card = await cardKeyOf(gatt.golden.card);

    if (typeof card === 'string') {
      throw new Error(card);
    }

    await session.start(card, gatt.golden.serial);
    expect(session.open).toMatchObject({ number: 0x43424141, keyId: 7, boot: 0x43424140, idleMs: 300_000 });
    const ask = async (command: Command, payload?: Uint8Array): Promise<number> => (await session.command(command, payload)).code;

    expect(await ask('KeepAlive')).toBe(answerCodes.Done);
    const echo = await session.command('StageRefill', writeOrder({ kind: 'refill', fillNl: 30_000_000, drawnOutNl: null }).payload);
    expect(echo.code).toBe(answerCodes.Staged);
    expect(await ask('Commit', Uint8Array.from([...echo.tag, 0x33]))).toBe(answerCodes.Done);
    expect(await ask('StageBolus', writeOrder({ kind: 'bolus', bolus: 'Flush', volumeNl: 1, nlPerHour: 20_000 }).payload)).toBe(answerCodes.Refused);
    await expect(session.command('Suspend', Uint8Array.of(1))).rejects.toBeInstanceOf(RangeError);
    link.skip(6); // what is too long, and out of order
    (session as unknown as { channel: { number: number } }).channel.number = 5;
    await session.end('Asked');

    expect(link.over).toBe(true);
    expect(ends).toEqual(['Asked']);
    expect(session.open).toBeNull();
  });
});
