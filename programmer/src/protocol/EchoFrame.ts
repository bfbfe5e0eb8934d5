import { ByteReader } from './ByteReader';
import { fields } from './gatt';
import { nameOrNumber } from './names';

const needsConfirmation = 1;
const doseChanges = 2;
const endsTherapy = 4;
const cytotoxic = 8;

/** What the pump has understood of a staged order, payload of an answer: EchoFrame.cs. Doses in ug/day. */
export interface EchoFrame {
  readonly needsConfirmation: boolean;
  readonly doseChanges: boolean;
  readonly endsTherapy: boolean;
  readonly cytotoxic: boolean;
  readonly unusual: { readonly field: string; readonly limit: number } | null;
  readonly doseBeforeUgPerDay: number;
  readonly doseAfterUgPerDay: number;
  /** As the command carries it. */
  readonly order: Uint8Array<ArrayBuffer>;
}

export function readEcho(payload: Uint8Array): EchoFrame {
  const reader = new ByteReader(payload);
  reader.u8(); // the verdict, which the first flag repeats
  const flags = reader.u8();
  const field = reader.u8();
  const limit = reader.i32();
  const unusual = (flags & needsConfirmation) !== 0;
  return {
    needsConfirmation: unusual,
    doseChanges: (flags & doseChanges) !== 0,
    endsTherapy: (flags & endsTherapy) !== 0,
    cytotoxic: (flags & cytotoxic) !== 0,
    unusual: unusual ? { field: nameOrNumber(fields, field), limit } : null,
    doseBeforeUgPerDay: reader.u32(),
    doseAfterUgPerDay: reader.u32(),
    order: reader.bytes(reader.left),
  };
}
