import { ByteReader } from './ByteReader';

/** What has changed since a programmer last said that it knew, without the seal: EventFlags.cs. */
export interface EventMessage {
  readonly flags: number;
  /** Moves on with every change, also of a flag that is up already. */
  readonly changes: number;
  readonly alarmsStanding: number;
}

export function readEvent(plain: Uint8Array): EventMessage {
  const reader = new ByteReader(plain);
  const message = { flags: reader.u16(), changes: reader.u16(), alarmsStanding: reader.u8() };
  reader.end();
  return message;
}
