import { importKey } from './crypto';
import { readCard, type CardProblem } from './SecretCard';

/** A card as this page keeps it: in memory, and nobody can read the secret out of it. */
export interface CardKey {
  readonly serial: string;
  readonly keyId: number;
  readonly key: CryptoKey;
}

export async function cardKeyOf(text: string): Promise<CardKey | CardProblem> {
  const card = readCard(text);
  return typeof card === 'string' ? card : { serial: card.serial, keyId: card.keyId, key: await importKey(card.secret) };
}
