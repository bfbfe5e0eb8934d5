import { crc16 } from '../protocol/crc16';
import { cardLength } from '../protocol/gatt';

const checkedLength = 88;
const shape = /^HAIP1:([A-Z0-9-]{12}):([0-9A-F]{4}):([0-9A-F]{64}):([0-9A-F]{4})$/;

/** What a clinician's card says: SecretCard.cs. Whoever has the secret can command the pump. */
export interface SecretCard {
  readonly serial: string;
  readonly keyId: number;
  /** 32 bytes; whoever takes them wipes them. */
  readonly secret: Uint8Array<ArrayBuffer>;
}

/** notACard: other letters, or too few or many. wrongCheck: it looks like a card, and a letter is wrong. */
export type CardProblem = 'notACard' | 'wrongCheck';

/** Reads what was scanned, pasted or typed: small letters, spaces and broken lines do no harm, for the check value finds what does. */
export function readCard(text: string): SecretCard | CardProblem {
  const line = text.replace(/\s/g, '').toUpperCase();
  const parts = line.length === cardLength ? shape.exec(line) : null;

  if (parts === null) {
    return 'notACard';
  }

  const [, serial = '', key = '', secret = '', check = ''] = parts;

  if (crc16(new TextEncoder().encode(line.slice(0, checkedLength))) !== Number.parseInt(check, 16)) {
    return 'wrongCheck';
  }

  return { serial, keyId: Number.parseInt(key, 16), secret: Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)) };
}
