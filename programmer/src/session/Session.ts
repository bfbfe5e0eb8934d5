import type { Clock } from '../link/Clock';
import { LinkError, type PumpLink } from '../link/PumpLink';
import { readAnswer, type AnswerFrame } from '../protocol/AnswerFrame';
import { ByteWriter } from '../protocol/ByteWriter';
import { answerCodes, ends, opcodes, payloadLengths, refusals } from '../protocol/gatt';
import { nameOf } from '../protocol/names';
import { ProtocolError } from '../protocol/ProtocolError';
import { readSessionFrame } from '../protocol/SessionFrame';
import type { SessionEnd } from '../model/Connection';
import type { CardKey } from './CardKey';
import { openTagged, tagOf } from './crypto';
import { Mailbox } from './Mailbox';
import { openSession, type OpenedSession } from './openSession';
import { SessionEnded } from './SessionError';

/** Without an answer for so long the same frame is written again: radio.md. */
export const answerMs = 5_000;

const tries = 4;

/** An answer of the pump that is genuine. tag: what a commit quotes. */
export interface Answer extends AnswerFrame {
  readonly tag: Uint8Array<ArrayBuffer>;
}

export type Command = keyof typeof payloadLengths;

/** A session over one connection of a link. One command at a time; every answer is checked. */
export class Session {
  /** The session is over, for whatever reason. */
  onEnded: ((why: SessionEnd) => void) | null = null;

  /** Frames of Data, for an export. */
  readonly data: Mailbox;

  private readonly sessions: Mailbox;
  private readonly answers: Mailbox;
  private opened: OpenedSession | null = null;
  private opening = false;
  private ending: SessionEnd | null = null;
  private number = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly link: PumpLink,
    clock: Clock,
  ) {
    this.data = new Mailbox(clock);
    this.sessions = new Mailbox(clock);
    this.answers = new Mailbox(clock);
  }

  /** What was agreed on; null when no session is open. */
  get open(): OpenedSession | null {
    return this.opened;
  }

  /** Subscribes. After every opening of the link. */
  async listen(): Promise<void> {
    await this.link.listen('Session', (frame) => this.hear(frame));
    await this.link.listen('Command', (frame) => this.answers.put(frame));
    await this.link.listen('Data', (frame) => this.data.put(frame));
  }

  /** Opens a session in place of any other. Throws SessionRefused, or LinkError. */
  async start(card: CardKey, serial: string): Promise<OpenedSession> {
    this.opening = true;
    this.opened = null;

    try {
      const opened = await openSession(this.link, this.sessions, card, serial);
      this.answers.clear();
      this.data.clear();
      this.number = 0;
      this.opened = opened;
      return opened;
    } finally {
      this.opening = false;
    }
  }

  /** Asks the pump something, after what was asked before. Throws SessionEnded when no answer comes: what became of it is not known. */
  command(command: Command, payload: Uint8Array = new Uint8Array()): Promise<Answer> {
    if (payload.length !== payloadLengths[command]) {
      throw new RangeError(`${command} has ${payloadLengths[command]} bytes`);
    }

    const answer = this.last.then(() => this.ask(opcodes[command], payload));
    this.last = answer.catch(() => {}); // whoever asked is told
    return answer;
  }

  /** Ends the session here, and in the pump when it can still be reached. */
  async end(why: SessionEnd): Promise<void> {
    this.ending = why;

    try {
      if (this.opened !== null) {
        await this.command('EndSession');
      }
    } catch (error) {
      if (!(error instanceof SessionEnded)) {
        throw error;
      }
    } finally {
      this.ending = null;
      this.finish(why);
    }
  }

  /** Forgets the keys. What waits for an answer learns that none will come. */
  finish(why: SessionEnd): void {
    const ended = new SessionEnded(why);
    this.answers.fail(ended);
    this.data.fail(ended);

    if (this.opening) {
      this.sessions.fail(ended);
    }

    if (this.opened !== null) {
      this.opened = null;
      this.onEnded?.(why);
    }
  }

  /** A data frame without its tag; null when it is not this session's. */
  async genuine(frame: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.opened === null ? null : openTagged(this.opened.answerKey, frame);
  }

  private async ask(opcode: number, payload: Uint8Array): Promise<Answer> {
    const session = this.opened;

    if (session === null) {
      throw new SessionEnded('LinkLost');
    }

    this.number++;
    const plain = new ByteWriter().u32(session.number).u32(this.number).u16(opcode).bytes(payload).toBytes();
    const frame = new ByteWriter().bytes(plain).bytes(await tagOf(session.commandKey, plain)).toBytes();

    for (let left = tries; left > 0; left--) {
      await this.write(frame);
      const answer = await this.answerTo(session, opcode);

      if (answer !== null) {
        return answer;
      }
    }

    this.finish('LinkLost');
    throw new SessionEnded('LinkLost');
  }

  private async write(frame: Uint8Array): Promise<void> {
    try {
      await this.link.write('Command', frame);
    } catch (error) {
      this.finish('LinkLost');
      throw error instanceof LinkError ? new SessionEnded('LinkLost') : error;
    }
  }

  // Passes over what is not genuine, and over answers that came twice.
  private async answerTo(session: OpenedSession, opcode: number): Promise<Answer | null> {
    for (let frame = await this.answers.next(answerMs); frame !== null; frame = await this.answers.next(answerMs)) {
      const plain = await openTagged(session.answerKey, frame);
      const answer = plain === null ? null : readAnswer(plain);

      if (answer?.session === session.number && answer.number === this.number && answer.opcode === opcode) {
        if (answer.code === answerCodes.OutOfOrder) {
          this.finish('LinkLost'); // the two sides count differently: only another session helps
          throw new SessionEnded('LinkLost');
        }

        return { ...answer, tag: frame.slice(plain?.length) as Uint8Array<ArrayBuffer> };
      }
    }

    return null;
  }

  private hear(frame: Uint8Array): void {
    if (this.opening) {
      this.sessions.put(frame);
      return;
    }

    const message = ignoring(() => readSessionFrame(frame));

    if (message?.kind === 'ended' && message.session === this.opened?.number) {
      this.finish(this.ending ?? nameOf(ends, message.why));
    } else if (message?.kind === 'refused' && message.why === refusals.NoSession) {
      this.finish('Replaced');
    }
  }
}

// Without a tag: what cannot be read may be anybody's.
function ignoring<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProtocolError) {
      return null;
    }

    throw error;
  }
}
