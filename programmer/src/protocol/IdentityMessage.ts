import { ByteReader } from './ByteReader';
import { unseal } from './FrameSeal';

/** Which pump this is: IdentityMessage.cs. */
export interface IdentityMessage {
  readonly protocolVersion: number;
  readonly hasSecret: boolean;
  readonly keyId: number;
  readonly serial: string;
  readonly boot: number;
  readonly longestFrame: number;
}

export function readIdentity(frame: Uint8Array): IdentityMessage {
  const reader = new ByteReader(unseal(frame).plain);
  const protocolVersion = reader.u8();
  const flags = reader.u8();
  const keyId = reader.u16();
  const serial = reader.text(12);
  const boot = reader.u32();
  const longestFrame = reader.u8();
  reader.end();
  return { protocolVersion, hasSecret: (flags & 1) !== 0, keyId, serial, boot, longestFrame };
}
