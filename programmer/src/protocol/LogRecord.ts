import type { LogEntry } from '../model/Values';
import type { ByteReader } from './ByteReader';
import { events } from './gatt';
import { nameOrNumber } from './names';

const noClock = 0x80;

/** Words for the two logs: LogRequest.cs. */
export const logWords = { events: 0x0f, faults: 0x33 } as const;

/** One entry of a log: LogRequest.cs. */
export function readLogRecord(log: LogEntry['log'], reader: ByteReader): LogEntry {
  const number = reader.u32();
  const seconds = reader.u32();
  const rest = reader.u8();
  const event = nameOrNumber(events, reader.u8());
  return { log, number, atSeconds: seconds + (rest & ~noClock) / 100, clock: (rest & noClock) === 0, event, first: reader.i32(), second: reader.i32() };
}
