import { ByteWriter } from '../protocol/ByteWriter';
import { protocolVersion, roles, tagLength } from '../protocol/gatt';
import type { SessionFrame } from '../protocol/SessionFrame';
import { importKey, sign } from './crypto';

/** Purposes of Handshake.cs. */
const purposes = { programmerProof: 0x0f, pumpProof: 0x33, commandKey: 0x3c, answerKey: 0x55 } as const;

const serialLength = 12;

/** What both sides agreed on in the clear, and what the secret makes of it: Handshake.cs. */
export class Handshake {
  constructor(
    private readonly secret: CryptoKey,
    private readonly serial: string,
    private readonly nonce: Uint8Array,
    private readonly challenge: Extract<SessionFrame, { kind: 'challenge' }>,
  ) {}

  /** Shows the pump that this side knows the secret. */
  programmerProof(): Promise<Uint8Array<ArrayBuffer>> {
    return this.proof(purposes.programmerProof);
  }

  /** What the pump must show. */
  pumpProof(): Promise<Uint8Array<ArrayBuffer>> {
    return this.proof(purposes.pumpProof);
  }

  async commandKey(): Promise<CryptoKey> {
    return importKey(await this.make(purposes.commandKey));
  }

  async answerKey(): Promise<CryptoKey> {
    return importKey(await this.make(purposes.answerKey));
  }

  private async proof(purpose: number): Promise<Uint8Array<ArrayBuffer>> {
    const whole = await this.make(purpose);
    const proof = whole.slice(0, tagLength);
    whole.fill(0);
    return proof;
  }

  private make(purpose: number): Promise<Uint8Array<ArrayBuffer>> {
    const text = new ByteWriter()
      .text('HAI1', 4)
      .u8(purpose)
      .u8(protocolVersion)
      .u8(roles.Clinician)
      .u8(0)
      .bytes(this.nonce)
      .bytes(this.challenge.nonce)
      .text(this.serial, serialLength)
      .u32(this.challenge.boot)
      .u32(this.challenge.session)
      .u16(this.challenge.keyId);
    return sign(this.secret, text.toBytes());
  }
}
