import { LinkError, type Characteristic, type PumpLink } from '../src/link/PumpLink';
import { ByteReader } from '../src/protocol/ByteReader';
import { ByteWriter } from '../src/protocol/ByteWriter';
import { answerCodes, ends, opcodes, refusals, sessionCodes } from '../src/protocol/gatt';
import { tagOf } from '../src/session/crypto';
import { FakePrograms } from './FakePrograms';
import { keysOf, type Keys } from './pumpKeys';
import { seal } from './seal';

/** What goes wrong with the next frame of a kind. drop: it is lost; twice: it comes twice; lose: the link is lost instead; bad: its tag is altered. */
export type Mishap = 'drop' | 'twice' | 'lose' | 'bad';

/** A pump without hydraulics: the protocol's other side, written after radio.md, with a link that can fail at every step. */
export class FakePump implements PumpLink {
  readonly name = 'HAIP';
  onLost: (() => void) | null = null;

  readonly programs = new FakePrograms();
  serial = 'HAIP-0000017';
  keyId = 7;
  boot = 0x40414243;
  connected = false;
  /** What opening the link comes to. */
  openProblem: LinkError | null = null;
  opened = 0;
  /** Frames that the page wrote, and the code words of commands that were done. */
  readonly written: { readonly to: Characteristic; readonly frame: Uint8Array }[] = [];
  readonly done: number[] = [];
  /** For an answer to a command, by opcode. */
  readonly mishaps = new Map<number, Mishap>();
  /** As above, but before the pump has got it. */
  readonly writeMishaps = new Map<number, Mishap>();
  sessionMishap: Mishap | null = null;
  /** Seconds for which nobody is listened to. */
  refusesFor = 0;

  private readonly heard = new Map<Characteristic, (frame: Uint8Array) => void>();
  private readonly secret: Uint8Array<ArrayBuffer>;
  private challenge: { readonly nonce: Uint8Array; readonly pumpNonce: Uint8Array; readonly session: number } | null = null;
  private keys: Keys | null = null;
  private session = 0;
  private sessions = 0;
  private last: { readonly number: number; readonly frame: Uint8Array } | null = null;

  constructor(secret: Uint8Array) {
    this.secret = Uint8Array.from(secret);
  }

  get sessionOpen(): boolean {
    return this.keys !== null;
  }

  async open(): Promise<void> {
    await Promise.resolve();
    this.opened++;

    if (this.openProblem !== null) {
      throw this.openProblem;
    }

    this.connected = true;
  }

  close(): void {
    this.cut();
  }

  /** The link is lost. */
  lose(): void {
    this.cut();
    this.onLost?.();
  }

  /** Somebody else opened a session, or the power went. */
  forgetSession(): void {
    this.keys = null;
    this.last = null;
    this.programs.drop();
  }

  restart(boot: number): void {
    this.boot = boot;
    this.forgetSession();
    this.programs.lastCommit = null;
  }

  async read(from: Characteristic): Promise<Uint8Array> {
    await this.air();
    const writer = new ByteWriter();

    switch (from) {
      case 'Identity':
        return seal(writer.u8(1).u8(1).u16(this.keyId).text(this.serial, 12).u32(this.boot).u8(100).toBytes());
      case 'Status':
        return seal(this.programs.status());
      case 'Measurements':
        return seal(this.programs.measurements());
      case 'Event':
        return seal(writer.u16(this.programs.flags).u16(this.programs.changes).u8(this.programs.alarms.length).toBytes());
      case 'Alarms':
        return seal(this.programs.alarmList());
      default:
        return new TextEncoder().encode(from);
    }
  }

  async write(to: Characteristic, frame: Uint8Array): Promise<void> {
    await this.air();
    this.written.push({ to, frame });

    if (to === 'Session') {
      await this.takeSession(frame);
    } else if (to === 'Command') {
      await this.takeCommand(Uint8Array.from(frame));
    }
  }

  async listen(to: Characteristic, heard: (frame: Uint8Array) => void): Promise<void> {
    await this.air();
    this.heard.set(to, heard);
  }

  /** Notifies, over the link as it is. */
  tell(characteristic: Characteristic, frame: Uint8Array): void {
    this.heard.get(characteristic)?.(frame);
  }

  /** Ends the session for a reason that the pump has. */
  endSession(why: keyof typeof ends): void {
    this.forgetSession();
    this.tell('Session', new ByteWriter().u8(sessionCodes.Ended).u8(ends[why]).u16(0).u32(this.session).toBytes());
  }

  refuseSession(why: keyof typeof refusals, waitSeconds = 0): void {
    this.tell('Session', new ByteWriter().u8(sessionCodes.Refused).u8(refusals[why]).u16(waitSeconds).u32(this.keys === null ? 0 : this.session).toBytes());
  }

  private cut(): void {
    this.connected = false;
    this.heard.clear();
    this.forgetSession();
  }

  private async air(): Promise<void> {
    await Promise.resolve();

    if (!this.connected) {
      throw new LinkError('lost');
    }
  }

  private async takeSession(frame: Uint8Array): Promise<void> {
    const mishap = this.sessionMishap;

    if (mishap === 'lose') {
      this.sessionMishap = null;
      this.lose();
      return;
    }

    if (this.refusesFor > 0) {
      this.refuseSession('TooSoon', this.refusesFor);
    } else if (frame[0] === sessionCodes.Hello) {
      this.sessions++;
      this.challenge = { nonce: frame.slice(4, 20), pumpNonce: crypto.getRandomValues(new Uint8Array(16)), session: (this.boot + this.sessions) >>> 0 };
      const answer = new ByteWriter().u8(sessionCodes.Challenge).u8(1).u16(this.keyId).u32(this.challenge.session).u32(this.boot).bytes(this.challenge.pumpNonce);
      this.tell('Session', answer.toBytes());
    } else if (this.challenge !== null) {
      const { nonce, pumpNonce, session } = this.challenge;
      this.challenge = null;
      const keys = await keysOf(this.secret, { nonce, pumpNonce, serial: this.serial, boot: this.boot, session, keyId: this.keyId });

      if (frame.slice(8).some((byte, i) => byte !== keys.programmerProof[i])) {
        this.refuseSession('BadProof', 1);
        return;
      }

      this.forgetSession();
      this.keys = keys;
      this.session = session;
      const proof = mishap === 'bad' ? keys.pumpProof.map((byte) => byte ^ 1) : keys.pumpProof;
      this.tell('Session', new ByteWriter().u8(sessionCodes.Opened).u8(0).u16(300).u32(session).bytes(proof).toBytes());
    }
  }

  private async takeCommand(frame: Uint8Array<ArrayBuffer>): Promise<void> {
    const reader = new ByteReader(frame);
    const session = reader.u32();
    const number = reader.u32();
    const opcode = reader.u16();
    const keys = this.keys;
    const lost = this.writeMishaps.get(opcode);
    this.writeMishaps.delete(opcode);

    if (lost !== undefined) {
      if (lost === 'lose') {
        this.lose();
      }

      return;
    }

    if (keys === null || session !== this.session) {
      this.refuseSession('NoSession');
      return;
    }

    const plain = frame.slice(0, -16);
    const tag = await tagOf(keys.commandKey, plain);

    if (tag.some((byte, i) => byte !== frame[plain.length + i])) {
      this.refuseSession('BadTag');
      return;
    }

    if (this.last?.number !== number) {
      this.done.push(opcode);
      const answer = new ByteWriter().u32(session).u32(number).u16(opcode).bytes(this.programs.answer(opcode, reader.bytes(reader.left - 16))).toBytes();
      const answerTag = await tagOf(keys.answerKey, answer);
      this.programs.remember(answerTag);
      this.last = { number, frame: Uint8Array.from([...answer, ...answerTag]) };
    }

    this.answer(opcode, this.last.frame);

    if (opcode === opcodes.EndSession) {
      this.endSession('Asked');
    } else if (opcode === opcodes.Export && this.last?.frame[10] === answerCodes.Done) {
      await this.sendLog(keys);
    }
  }

  private answer(opcode: number, frame: Uint8Array): void {
    const mishap = this.mishaps.get(opcode);
    this.mishaps.delete(opcode);

    switch (mishap) {
      case 'drop':
        return;
      case 'lose':
        this.lose();
        return;
      case 'bad':
        this.tell('Command', frame.map((byte, i) => (i === frame.length - 1 ? byte ^ 1 : byte)));
        return;
      default:
        this.tell('Command', frame);

        if (mishap === 'twice') {
          this.tell('Command', frame);
        }
    }
  }

  private async sendLog(keys: Keys): Promise<void> {
    for (const [number, plain] of this.programs.exportFrames(this.session).entries()) {
      if (!this.programs.loseFrames.delete(number)) {
        this.tell('Data', Uint8Array.from([...plain, ...(await tagOf(keys.answerKey, plain))]));
      }
    }
  }
}
