import type { LogEntry } from '../model/Values';
import { ByteReader } from './ByteReader';
import { opcodes } from './gatt';
import { readLogRecord } from './LogRecord';
import { ProtocolError } from './ProtocolError';

/** A frame of an export, without its tag: LogExport.cs. */
export type ExportFrame =
  | { readonly kind: 'entries'; readonly session: number; readonly frame: number; readonly entries: readonly LogEntry[] }
  /** missing: overwritten or damaged. next: number that the next entry of this log gets. */
  | { readonly kind: 'end'; readonly session: number; readonly frame: number; readonly sent: number; readonly missing: number; readonly next: number };

export function readExportFrame(log: LogEntry['log'], plain: Uint8Array): ExportFrame {
  const reader = new ByteReader(plain);
  const session = reader.u32();
  const frame = reader.u32();
  const opcode = reader.u16();
  const count = reader.u8();

  if (opcode === opcodes.EntriesEnd) {
    const message = { kind: 'end' as const, session, frame, sent: reader.u16(), missing: reader.u16(), next: reader.u32() };
    reader.end();
    return message;
  }

  if (opcode !== opcodes.Entries) {
    throw new ProtocolError('no frame of an export');
  }

  const entries = Array.from({ length: count }, () => readLogRecord(log, reader));
  reader.end();
  return { kind: 'entries', session, frame, entries };
}
