import type { Characteristic, PumpLink } from '../link/PumpLink';
import { ProtocolError } from '../protocol/ProtocolError';

const tries = 3;

/** Reads a value until it is whole: a long read may tear when the pump publishes in between. Throws ProtocolError when it never is. */
export async function readWhole<T>(link: PumpLink, from: Characteristic, read: (frame: Uint8Array) => T): Promise<T> {
  for (let left = tries; ; left--) {
    try {
      return read(await link.read(from));
    } catch (error) {
      if (!(error instanceof ProtocolError) || left === 1) {
        throw error;
      }
    }
  }
}
