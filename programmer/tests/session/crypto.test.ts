import { describe, expect, it } from 'vitest';
import gatt from '../../../docs/gatt.json';
import { readSessionFrame } from '../../src/protocol/SessionFrame';
import { importKey, openTagged, same, tagOf } from '../../src/session/crypto';
import { Handshake } from '../../src/session/Handshake';
import { readCard } from '../../src/session/SecretCard';
import { bytesOf, golden, hexOf } from '../golden';

async function goldenHandshake(): Promise<Handshake> {
  const challenge = readSessionFrame(golden('Challenge'));

  if (challenge.kind !== 'challenge') {
    throw new Error('no challenge');
  }

  return new Handshake(await importKey(bytesOf(gatt.golden.secret)), gatt.golden.serial, bytesOf('C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF'), challenge);
}

describe('the handshake', () => {
  it('makes both proofs of the golden conversation', async () => {
    const handshake = await goldenHandshake();
    expect(hexOf(await handshake.programmerProof())).toBe(hexOf(golden('Proof').slice(8)));
    expect(hexOf(await handshake.pumpProof())).toBe(hexOf(golden('Opened').slice(8)));
  });

  it('makes the keys of its commands and answers', async () => {
    const handshake = await goldenHandshake();
    const command = golden('Commit');
    expect(hexOf(await tagOf(await handshake.commandKey(), command.slice(0, -16)))).toBe(hexOf(command.slice(-16)));
    expect(await openTagged(await handshake.answerKey(), golden('Commit: Done'))).toEqual(golden('Commit: Done').slice(0, -16));
    expect(await openTagged(await handshake.commandKey(), golden('Commit: Done'))).toBeNull();
    expect(await openTagged(await handshake.answerKey(), new Uint8Array(3))).toBeNull();
  });

  it('leaves no key in the bytes that it was given', async () => {
    const secret = bytesOf(gatt.golden.secret);
    const key = await importKey(secret);
    expect(secret).toEqual(new Uint8Array(32));
    expect(key.extractable).toBe(false);
  });
});

describe('comparing', () => {
  it('tells any difference, of length too', () => {
    expect(same(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(same(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(same(Uint8Array.of(1), Uint8Array.of(1, 0))).toBe(false);
    expect(same(Uint8Array.of(1, 0), Uint8Array.of(1))).toBe(false);
  });
});

describe('a card', () => {
  const text = gatt.golden.card;

  it('is read as it is printed, and as people paste it', () => {
    const card = readCard(text);
    expect(card).toMatchObject({ serial: gatt.golden.serial, keyId: gatt.golden.keyId });
    expect(typeof card === 'string' ? card : hexOf(card.secret)).toBe(gatt.golden.secret);
    expect(readCard(` ${text.toLowerCase().slice(0, 40)}\r\n${text.slice(40)}\t\n`)).toEqual(card);
  });

  it('with one wrong letter says so', () => {
    expect(readCard(text.replace('0102', '0103'))).toBe('wrongCheck');
    expect(readCard(text.replace('0000017', '0000018'))).toBe('wrongCheck');
    expect(readCard(text.replace(':0007:', ':0008:'))).toBe('wrongCheck');
  });

  it('is no other text', () => {
    expect(readCard('')).toBe('notACard');
    expect(readCard(text.slice(0, -1))).toBe('notACard');
    expect(readCard(`${text}0`)).toBe('notACard');
    expect(readCard(text.replace('HAIP1', 'HAIP2'))).toBe('notACard');
    expect(readCard(text.replace('0102', '01G2'))).toBe('notACard');
  });
});
