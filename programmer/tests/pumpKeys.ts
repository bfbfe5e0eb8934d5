import { ByteWriter } from '../src/protocol/ByteWriter';
import { importKey, sign } from '../src/session/crypto';

export interface Agreed {
  readonly nonce: Uint8Array;
  readonly pumpNonce: Uint8Array;
  readonly serial: string;
  readonly boot: number;
  readonly session: number;
  readonly keyId: number;
}

export interface Keys {
  readonly programmerProof: Uint8Array;
  readonly pumpProof: Uint8Array;
  readonly commandKey: CryptoKey;
  readonly answerKey: CryptoKey;
}

/** The pump's half of a handshake, after Handshake.cs. */
export async function keysOf(secret: Uint8Array, agreed: Agreed): Promise<Keys> {
  const key = await importKey(Uint8Array.from(secret));
  const make = (purpose: number): Promise<Uint8Array<ArrayBuffer>> =>
    sign(
      key,
      new ByteWriter()
        .bytes([0x48, 0x41, 0x49, 0x31, purpose, 1, 0x3c, 0])
        .bytes(agreed.nonce)
        .bytes(agreed.pumpNonce)
        .text(agreed.serial, 12)
        .u32(agreed.boot)
        .u32(agreed.session)
        .u16(agreed.keyId)
        .toBytes(),
    );
  return {
    programmerProof: (await make(0x0f)).slice(0, 16),
    pumpProof: (await make(0x33)).slice(0, 16),
    commandKey: await importKey(await make(0x3c)),
    answerKey: await importKey(await make(0x55)),
  };
}
