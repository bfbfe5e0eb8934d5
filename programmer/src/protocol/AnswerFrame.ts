import { ByteReader } from './ByteReader';

/** What the pump says within a session, without its tag: AnswerFrame.cs. */
export interface AnswerFrame {
  readonly session: number;
  readonly number: number;
  readonly opcode: number;
  readonly code: number;
  readonly payload: Uint8Array<ArrayBuffer>;
}

export function readAnswer(plain: Uint8Array): AnswerFrame {
  const reader = new ByteReader(plain);
  return { session: reader.u32(), number: reader.u32(), opcode: reader.u16(), code: reader.u8(), payload: reader.bytes(reader.left) };
}
