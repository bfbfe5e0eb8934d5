import type { Clock } from '../link/Clock';
import type { PumpLink } from '../link/PumpLink';
import type { SessionEnd } from '../model/Connection';
import { ends, payloadLengths, refusals } from '../protocol/gatt';
import { nameOf } from '../protocol/names';
import { ProtocolError } from '../protocol/ProtocolError';
import { readSessionFrame, type SessionFrame } from '../protocol/SessionFrame';
import type { CardKey } from './CardKey';
import { CommandChannel, type Answer, type Command } from './CommandChannel';
import { openTagged } from './crypto';
import { Mailbox } from './Mailbox';
import { openSession, type OpenedSession } from './openSession';
import { SessionEnded } from './SessionError';

/** Sessions over a link, one at a time: how they begin and end. */
export class Session {
  /** The session is over, for whatever reason. */
  onEnded: ((why: SessionEnd) => void) | null = null;

  /** Frames of Data, for an export. */
  readonly data: Mailbox;

  private readonly sessions: Mailbox;
  private readonly answers: Mailbox;
  private channel: CommandChannel | null = null;
  private opening = false;
  private ending: SessionEnd | null = null;

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
    return this.channel?.agreed ?? null;
  }

  /** Subscribes. After every opening of the link. */
  async listen(): Promise<void> {
    await this.link.listen('Session', (frame) => this.hear(frame));
    await this.link.listen('Command', (frame) => this.answers.put(frame));
    await this.link.listen('Data', (frame) => this.data.put(frame));
  }

  /** Opens a session in place of any other. Throws SessionRefused, SessionEnded or LinkError. */
  async start(card: CardKey, serial: string): Promise<OpenedSession> {
    this.opening = true;

    if (this.channel !== null) {
      this.channel.close();
      this.channel = null;
      this.answers.fail(new SessionEnded('Replaced'));
      this.data.fail(new SessionEnded('Replaced'));
    }

    try {
      const opened = await openSession(this.link, this.sessions, card, serial);
      this.answers.clear();
      this.data.clear();
      this.channel = new CommandChannel(this.link, this.answers, opened);
      return opened;
    } finally {
      this.opening = false;
    }
  }

  /** Asks the pump something, after what was asked before. Throws SessionEnded when no answer comes: what became of it is not known. */
  async command(command: Command, payload: Uint8Array = new Uint8Array()): Promise<Answer> {
    if (payload.length !== payloadLengths[command]) {
      throw new RangeError(`${command} has ${payloadLengths[command]} bytes`);
    }

    const channel = this.channel;

    if (channel === null) {
      throw new SessionEnded('LinkLost');
    }

    try {
      return await channel.ask(command, payload);
    } catch (error) {
      if (error instanceof SessionEnded && channel === this.channel) {
        this.finish(error.why);
      }

      throw error;
    }
  }

  /** Ends the session here, and in the pump when it can still be reached. */
  async end(why: SessionEnd): Promise<void> {
    this.ending = why;

    try {
      if (this.channel !== null) {
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

    if (this.channel !== null) {
      this.channel.close();
      this.channel = null;
      this.onEnded?.(why);
    }
  }

  /** A data frame without its tag; null when it is not this session's. */
  async genuine(frame: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.open === null ? null : openTagged(this.open.answerKey, frame);
  }

  private hear(frame: Uint8Array): void {
    if (this.opening) {
      this.sessions.put(frame);
      return;
    }

    const message = readable(frame);

    if (message?.kind === 'ended' && message.session === this.open?.number) {
      this.finish(this.ending ?? nameOf(ends, message.why));
    } else if (message?.kind === 'refused' && message.why === refusals.NoSession) {
      this.finish('Replaced');
    }
  }
}

// It carries no tag: what cannot be read may be anybody's.
function readable(frame: Uint8Array): SessionFrame | null {
  try {
    return readSessionFrame(frame);
  } catch (error) {
    if (error instanceof ProtocolError) {
      return null;
    }

    throw error;
  }
}
