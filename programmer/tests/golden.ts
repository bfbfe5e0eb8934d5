import gatt from '../../docs/gatt.json';

export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
}

/** The frame of that name, the first or another of several. */
export function golden(what: string, place = 0): Uint8Array<ArrayBuffer> {
  const frame = gatt.golden.frames.filter((candidate) => candidate.what === what)[place];

  if (frame === undefined) {
    throw new Error(`docs/gatt.json has no frame ${what}`);
  }

  return bytesOf(frame.hex);
}
