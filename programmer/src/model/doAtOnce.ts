import { answerCodes } from '../protocol/gatt';
import { ProtocolError } from '../protocol/ProtocolError';
import { readReason } from '../protocol/reason';
import type { Command } from '../session/CommandChannel';
import type { Session } from '../session/Session';
import { SessionEnded } from '../session/SessionError';
import { ownReason } from './ownReason';
import type { Outcome } from './PumpModel';

/** A command that is done at once. Unknown: its answer was lost, and it may have been done. */
export async function doAtOnce(session: Session | undefined, command: Command, payload?: Uint8Array): Promise<Outcome> {
  if (session?.open == null) {
    return { kind: 'refused', reason: ownReason('NoSession') };
  }

  try {
    const answer = await session.command(command, payload);
    const done = answer.code === answerCodes.Done || answer.code === answerCodes.NotKept;
    return done ? { kind: 'done' } : { kind: 'refused', reason: readReason(answer.code, answer.payload) };
  } catch (error) {
    if (error instanceof SessionEnded || error instanceof ProtocolError) {
      return { kind: 'unknown' };
    }

    throw error;
  }
}
