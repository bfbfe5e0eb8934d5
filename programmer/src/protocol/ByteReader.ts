import { ProtocolError } from './ProtocolError';

/** Little-endian numbers out of a frame, one after another. Throws ProtocolError beyond the end. */
export class ByteReader {
  private readonly view: DataView;
  private at = 0;

  constructor(private readonly frame: Uint8Array) {
    this.view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  }

  get left(): number {
    return this.frame.length - this.at;
  }

  u8(): number {
    return this.view.getUint8(this.take(1));
  }

  u16(): number {
    return this.view.getUint16(this.take(2), true);
  }

  i16(): number {
    return this.view.getInt16(this.take(2), true);
  }

  u32(): number {
    return this.view.getUint32(this.take(4), true);
  }

  i32(): number {
    return this.view.getInt32(this.take(4), true);
  }

  /** What a number can hold exactly; the pump's volumes are far from its end. */
  i64(): number {
    const value = Number(this.view.getBigInt64(this.take(8), true));

    if (!Number.isSafeInteger(value)) {
      throw new ProtocolError('a number that is too large');
    }

    return value;
  }

  bytes(length: number): Uint8Array<ArrayBuffer> {
    const at = this.take(length);
    return this.frame.slice(at, at + length);
  }

  /** Printable ASCII; zeros follow a short text. */
  text(length: number): string {
    const letters = [...this.bytes(length)];
    const end = letters.indexOf(0);
    const used = end < 0 ? letters : letters.slice(0, end);

    if (used.some((letter) => letter < 0x20 || letter > 0x7e) || letters.slice(used.length).some((letter) => letter !== 0)) {
      throw new ProtocolError('a text with other letters');
    }

    return String.fromCharCode(...used);
  }

  zero(): void {
    if (this.u8() !== 0) {
      throw new ProtocolError('a byte that is not zero');
    }
  }

  /** Throws when the frame is longer than what was read. */
  end(): void {
    if (this.left !== 0) {
      throw new ProtocolError('a frame that is too long');
    }
  }

  private take(length: number): number {
    if (this.left < length) {
      throw new ProtocolError('a frame that is too short');
    }

    this.at += length;
    return this.at - length;
  }
}
