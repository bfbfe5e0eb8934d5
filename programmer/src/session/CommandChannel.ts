import { LinkError, type PumpLink } from '../link/PumpLink';
import { readAnswer, type AnswerFrame } from '../protocol/AnswerFrame';
import { ByteWriter } from '../protocol/ByteWriter';
import { answerCodes, opcodes, type payloadLengths } from '../protocol/gatt';
import { openTagged, tagOf } from './crypto';
import type { Mailbox } from './Mailbox';
import type { OpenedSession } from './openSession';
import { SessionEnded } from './SessionError';

/** Without an answer for so long the same frame is written again: radio.md. */
const answerMs = 5_000;

const tries = 4;

/** An answer of the pump that is genuine. tag: what a commit quotes. */
export interface Answer extends AnswerFrame {
  readonly tag: Uint8Array<ArrayBuffer>;
}

export type Command = keyof typeof payloadLengths;

/** Commands and answers of one session, one at a time. */
export class CommandChannel {
  private number = 0;
  private closed = false;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly link: PumpLink,
    private readonly answers: Mailbox,
    readonly agreed: OpenedSession,
  ) {}

  /** What waits for its turn is not sent any more, in whatever session comes after. */
  close(): void {
    this.closed = true;
  }

  /** Asks after what was asked before. Throws SessionEnded when no answer comes. */
  ask(command: Command, payload: Uint8Array): Promise<Answer> {
    const answer = this.last.then(() => this.askNow(opcodes[command], payload));
    this.last = answer.catch(() => {}); // whoever asked is told
    return answer;
  }

  private async askNow(opcode: number, payload: Uint8Array): Promise<Answer> {
    if (this.closed) {
      throw new SessionEnded('LinkLost');
    }

    this.number++;
    const plain = new ByteWriter().u32(this.agreed.number).u32(this.number).u16(opcode).bytes(payload).toBytes();
    const frame = new ByteWriter().bytes(plain).bytes(await tagOf(this.agreed.commandKey, plain)).toBytes();

    for (let left = tries; left > 0; left--) {
      await this.write(frame);
      const answer = await this.answerTo(opcode);

      if (answer !== null) {
        return answer;
      }
    }

    throw new SessionEnded('LinkLost');
  }

  private async write(frame: Uint8Array): Promise<void> {
    try {
      await this.link.write('Command', frame);
    } catch (error) {
      throw error instanceof LinkError ? new SessionEnded('LinkLost') : error;
    }
  }

  // Passes over what is not genuine, and over answers that came twice.
  private async answerTo(opcode: number): Promise<Answer | null> {
    for (let frame = await this.answers.next(answerMs); frame !== null; frame = await this.answers.next(answerMs)) {
      const plain = await openTagged(this.agreed.answerKey, frame);
      const answer = plain === null ? null : readAnswer(plain);

      if (answer?.session === this.agreed.number && answer.number === this.number && answer.opcode === opcode) {
        if (answer.code === answerCodes.OutOfOrder) {
          throw new SessionEnded('LinkLost'); // the two sides count differently: only another session helps
        }

        return { ...answer, tag: frame.slice(plain?.length) as Uint8Array<ArrayBuffer> };
      }
    }

    return null;
  }
}
