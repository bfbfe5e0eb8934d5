/** A frame, little-endian number by number. A value that is no integer of its width is an error of this program: RangeError. */
export class ByteWriter {
  private readonly frame: number[] = [];

  u8(value: number): this {
    return this.add(value, 1, 0, 0xff);
  }

  u16(value: number): this {
    return this.add(value, 2, 0, 0xffff);
  }

  u32(value: number): this {
    return this.add(value, 4, 0, 0xffff_ffff);
  }

  i32(value: number): this {
    return this.add(value, 4, -0x8000_0000, 0x7fff_ffff);
  }

  bytes(values: Iterable<number>): this {
    this.frame.push(...values);
    return this;
  }

  /** Printable ASCII with zeros behind it. */
  text(value: string, length: number): this {
    const letters = Array.from(value, (letter) => letter.codePointAt(0) ?? 0);

    if (letters.length > length || letters.some((letter) => letter < 0x20 || letter > 0x7e)) {
      throw new RangeError('a text that does not fit');
    }

    return this.bytes(letters).zeros(length - letters.length);
  }

  zeros(count: number): this {
    return this.bytes(new Uint8Array(count));
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.frame);
  }

  private add(value: number, length: number, low: number, high: number): this {
    if (!Number.isInteger(value) || value < low || value > high) {
      throw new RangeError(`${value} is no integer from ${low} to ${high}`);
    }

    for (let i = 0; i < length; i++) {
      this.frame.push(Math.floor(value / 2 ** (8 * i)) & 0xff);
    }

    return this;
  }
}
