import type { Reason } from '../model/Order';
import { ByteReader } from './ByteReader';
import { answerCodes, fields, verdicts } from './gatt';
import { nameOrNumber } from './names';

/** Why a command came to nothing. */
export function readReason(code: number, payload: Uint8Array): Reason {
  const name = nameOrNumber(answerCodes, code);

  if (code === answerCodes.Refused) {
    const reader = new ByteReader(payload);
    const verdict = nameOrNumber(verdicts, reader.u8());
    const field = nameOrNumber(fields, reader.u8());
    const number = reader.i32();
    const limit = reader.i32();
    // Both zero: it is about no limit, and the field means nothing.
    return { code: name, verdict, field: number === 0 && limit === 0 ? null : field, number, limit };
  }

  const number = code === answerCodes.AlarmUnseen && payload.length === 2 ? new ByteReader(payload).u16() : 0;
  return { code: name, verdict: null, field: null, number, limit: 0 };
}
