import { ByteReader } from './ByteReader';
import { ByteWriter } from './ByteWriter';
import { nonceLength, protocolVersion, roles, sessionCodes, tagLength } from './gatt';
import { ProtocolError } from './ProtocolError';

/** What the pump says on Session: ChallengeFrame.cs, ProofFrame.cs and ClosedFrame.cs. */
export type SessionFrame =
  | { readonly kind: 'challenge'; readonly keyId: number; readonly session: number; readonly boot: number; readonly nonce: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'opened'; readonly idleSeconds: number; readonly session: number; readonly proof: Uint8Array<ArrayBuffer> }
  /** session: the one that is open, 0 none. */
  | { readonly kind: 'refused'; readonly why: number; readonly waitSeconds: number; readonly session: number }
  | { readonly kind: 'ended'; readonly why: number; readonly session: number };

export function readSessionFrame(frame: Uint8Array): SessionFrame {
  const reader = new ByteReader(frame);
  const message = messageOf(reader);
  reader.end();
  return message;
}

function messageOf(reader: ByteReader): SessionFrame {
  switch (reader.u8()) {
    case sessionCodes.Challenge:
      if (reader.u8() !== protocolVersion) {
        throw new ProtocolError('another version');
      }

      return { kind: 'challenge', keyId: reader.u16(), session: reader.u32(), boot: reader.u32(), nonce: reader.bytes(nonceLength) };
    case sessionCodes.Opened:
      reader.zero();
      return { kind: 'opened', idleSeconds: reader.u16(), session: reader.u32(), proof: reader.bytes(tagLength) };
    case sessionCodes.Refused:
      return { kind: 'refused', why: reader.u8(), waitSeconds: reader.u16(), session: reader.u32() };
    case sessionCodes.Ended: {
      const why = reader.u8();
      reader.u16();
      return { kind: 'ended', why, session: reader.u32() };
    }
    default:
      throw new ProtocolError('no frame of a session');
  }
}

/** HelloFrame.cs. */
export function writeHello(nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  return new ByteWriter().u8(sessionCodes.Hello).u8(protocolVersion).u8(roles.Clinician).u8(0).bytes(nonce).toBytes();
}

/** ProofFrame.cs. */
export function writeProof(session: number, proof: Uint8Array): Uint8Array<ArrayBuffer> {
  return new ByteWriter().u8(sessionCodes.Proof).u8(0).u16(0).u32(session).bytes(proof).toBytes();
}
