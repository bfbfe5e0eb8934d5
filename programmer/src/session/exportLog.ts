import { ByteReader } from '../protocol/ByteReader';
import { ByteWriter } from '../protocol/ByteWriter';
import { readExportFrame, type ExportFrame } from '../protocol/ExportFrame';
import { answerCodes } from '../protocol/gatt';
import { logWords } from '../protocol/LogRecord';
import { readReason } from '../protocol/reason';
import type { Reason } from '../model/Order';
import type { LogEntry } from '../model/Values';
import type { Session } from './Session';
import { SessionEnded } from './SessionError';

const all = 0xffff;
const frameMs = 5_000;
const tries = 5;

/** What an export brings, piece by piece. missing: overwritten or damaged in the pump. */
export type ExportPiece =
  | { readonly kind: 'promised'; readonly entries: number }
  | { readonly kind: 'entries'; readonly entries: readonly LogEntry[] }
  | { readonly kind: 'end'; readonly missing: number };

/** The pump refused the export. */
export class ExportRefused extends Error {
  constructor(readonly reason: Reason) {
    super(reason.code);
  }
}

/**
 * A log from an entry on. Frames are counted: after a gap, and after 5 s without one, it begins again at the first entry that did
 * not come, for which nothing in the pump changes. Throws ExportRefused, and SessionEnded when that does not help either.
 */
export async function* exportLog(session: Session, log: LogEntry['log'], from = 0): AsyncGenerator<ExportPiece, void, undefined> {
  let next = from;
  let first: number | null = null;
  let received = 0;

  for (let left = tries; left > 0; left--) {
    const begun = await begin(session, log, next);
    next = Math.max(next, begun.first);

    if (first === null) {
      first = begun.first;
      yield { kind: 'promised', entries: begun.entries };
    }

    for (let expected = 0; ; expected++) {
      const frame = await frameOf(session, log, expected);

      if (frame === null) {
        break;
      }

      if (frame.kind === 'end') {
        yield { kind: 'end', missing: begun.first + begun.entries - first - received };
        return;
      }

      const fresh = frame.entries.filter((entry) => entry.number >= next);
      next = (fresh.at(-1)?.number ?? next - 1) + 1;
      received += fresh.length;
      left = fresh.length > 0 ? tries : left;
      yield { kind: 'entries', entries: fresh };
    }
  }

  throw new SessionEnded('LinkLost');
}

async function begin(session: Session, log: LogEntry['log'], from: number): Promise<{ first: number; entries: number }> {
  session.data.clear();
  const answer = await session.command('Export', new ByteWriter().u8(logWords[log]).u32(from).u16(all).toBytes());

  if (answer.code !== answerCodes.Done) {
    throw new ExportRefused(readReason(answer.code, answer.payload));
  }

  const reader = new ByteReader(answer.payload);
  return { first: reader.u32(), entries: reader.u16() };
}

// Null: the frame did not come, or another came in its place. Before the first one there may be some of an export that was broken off.
async function frameOf(session: Session, log: LogEntry['log'], expected: number): Promise<ExportFrame | null> {
  for (let bytes = await session.data.next(frameMs); bytes !== null; bytes = await session.data.next(frameMs)) {
    const plain = await session.genuine(bytes);
    const frame = plain === null ? null : readExportFrame(log, plain);

    if (frame?.session === session.open?.number && frame !== null) {
      if (frame.frame === expected) {
        return frame;
      }

      if (expected > 0 && frame.frame > expected) {
        return null;
      }
    }
  }

  return null;
}
