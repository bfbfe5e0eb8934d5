import { crc16 } from '../src/protocol/crc16';

let counter = 0;

/** Closes a frame as the pump does what carries no tag. */
export function seal(plain: Uint8Array): Uint8Array {
  counter = (counter % 255) + 1;
  const counted = Uint8Array.from([...plain, counter]);
  const check = crc16(counted);
  return Uint8Array.from([...counted, check & 255, check >> 8]);
}
