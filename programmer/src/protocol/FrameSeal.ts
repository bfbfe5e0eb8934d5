import { crc16 } from './crc16';
import { sealLength } from './gatt';
import { ProtocolError } from './ProtocolError';

/** What a sealed frame says, and the counter (1 to 255) that tells it from the last. */
export interface Unsealed {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly counter: number;
}

/** Opens what the pump reads out or notifies without a key: FrameSeal.cs. Throws ProtocolError when it is torn or altered. */
export function unseal(frame: Uint8Array): Unsealed {
  const end = frame.length - sealLength;
  const counter = frame[end];

  if (end < 0 || counter === undefined || counter === 0) {
    throw new ProtocolError('a frame without a seal');
  }

  if (crc16(frame.subarray(0, end + 1)) !== (frame[end + 1] ?? 0) + 256 * (frame[end + 2] ?? 0)) {
    throw new ProtocolError('a frame whose check value is wrong');
  }

  return { plain: frame.slice(0, end), counter };
}
