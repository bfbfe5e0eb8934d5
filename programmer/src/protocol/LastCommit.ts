import { ByteReader } from './ByteReader';
import { answerCodes, verdicts } from './gatt';
import { nameOrNumber } from './names';

/** Payload of the answer to ReadLastCommit. */
export interface LastCommit {
  /** First 8 bytes of the tag of the echo that was committed. */
  readonly digest: Uint8Array<ArrayBuffer>;
  /** Null: nothing was committed since the pump started. */
  readonly code: string | null;
  readonly verdict: string;
  readonly ageSeconds: number;
}

export function readLastCommit(payload: Uint8Array): LastCommit {
  const reader = new ByteReader(payload);
  const digest = reader.bytes(8);
  const code = reader.u8();
  const verdict = nameOrNumber(verdicts, reader.u8());
  const ageSeconds = reader.u32();
  reader.end();
  return { digest, code: code === 0 ? null : nameOrNumber(answerCodes, code), verdict, ageSeconds };
}
