import type { Therapy } from '../model/Values';
import type { ByteReader } from './ByteReader';
import { ByteWriter } from './ByteWriter';
import { mostSegments } from './gatt';
import { ProtocolError } from './ProtocolError';

/** A therapy as StageTherapy and ReadTherapy carry it: TherapyCommand.cs. RangeError when a number does not fit. */
export function writeTherapy(therapy: Therapy): Uint8Array<ArrayBuffer> {
  if (therapy.segments.length > mostSegments) {
    throw new RangeError('too many segments');
  }

  const writer = new ByteWriter()
    .u16(therapy.durationHours)
    .u16(therapy.resumeWithinMinutes)
    .i32(therapy.patencyNlPerHour)
    .u8(therapy.segments.length);

  for (const segment of therapy.segments) {
    writer.u16(segment.startMinute).i32(segment.nlPerHour);
  }

  return writer.zeros((mostSegments - therapy.segments.length) * 6).toBytes();
}

export function readTherapy(reader: ByteReader): Therapy {
  const durationHours = reader.u16();
  const resumeWithinMinutes = reader.u16();
  const patencyNlPerHour = reader.i32();
  const count = reader.u8();
  const all = Array.from({ length: mostSegments }, () => ({ startMinute: reader.u16(), nlPerHour: reader.i32() }));

  if (count > mostSegments || all.slice(count).some((segment) => segment.startMinute !== 0 || segment.nlPerHour !== 0)) {
    throw new ProtocolError('segments that are not used and not empty');
  }

  return { durationHours, resumeWithinMinutes, patencyNlPerHour, segments: all.slice(0, count) };
}
