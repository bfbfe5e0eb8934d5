import { tagLength } from '../protocol/gatt';

const hmac = { name: 'HMAC', hash: 'SHA-256' } as const;

/** Makes a key that only signs and cannot be read back, and wipes the bytes that it was made of. */
export async function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', bytes, hmac, false, ['sign']);
  } finally {
    bytes.fill(0);
  }
}

/** HMAC-SHA-256: 32 bytes. */
export async function sign(key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, data));
}

/** The tag of a frame: FrameTag.cs. */
export async function tagOf(key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return (await sign(key, data)).slice(0, tagLength);
}

/** What stands before a tag that fits; null when it does not. */
export async function openTagged(key: CryptoKey, frame: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  const end = frame.length - tagLength;

  if (end < 0) {
    return null;
  }

  const plain = frame.slice(0, end) as Uint8Array<ArrayBuffer>;
  return same(await tagOf(key, plain), frame.subarray(end)) ? plain : null;
}

/** Compares in a time that does not depend on what the two hold. */
export function same(one: Uint8Array, other: Uint8Array): boolean {
  let differing = one.length ^ other.length;

  for (let i = 0; i < one.length; i++) {
    differing |= (one[i] ?? 0) ^ (other[i] ?? 0);
  }

  return differing === 0;
}
