import type { SessionRefusal } from '../model/Connection';
import type { PumpLink } from '../link/PumpLink';
import { nonceLength, refusals } from '../protocol/gatt';
import { nameOf } from '../protocol/names';
import { readSessionFrame, writeHello, writeProof, type SessionFrame } from '../protocol/SessionFrame';
import type { CardKey } from './CardKey';
import { same } from './crypto';
import { Handshake } from './Handshake';
import type { Mailbox } from './Mailbox';
import { SessionRefused } from './SessionError';

const answerMs = 5_000;
const tries = 3;

/** What a session is made of. */
export interface OpenedSession {
  readonly number: number;
  readonly keyId: number;
  readonly boot: number;
  /** Without a command for so long the pump ends it. */
  readonly idleMs: number;
  readonly commandKey: CryptoKey;
  readonly answerKey: CryptoKey;
}

/** Proves the card's secret to the pump, and has the pump prove it. Throws SessionRefused, or LinkError. */
export async function openSession(link: PumpLink, heard: Mailbox, card: CardKey, serial: string): Promise<OpenedSession> {
  if (card.serial !== serial) {
    throw new SessionRefused('otherPump');
  }

  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
  const challenge = await ask(link, heard, writeHello(nonce), 'challenge');

  if (challenge.keyId !== card.keyId) {
    throw new SessionRefused('otherKey'); // trying it would cost a wait
  }

  const handshake = new Handshake(card.key, serial, nonce, challenge);
  const opened = await ask(link, heard, writeProof(challenge.session, await handshake.programmerProof()), 'opened', challenge.session);

  if (!same(await handshake.pumpProof(), opened.proof)) {
    throw new SessionRefused('notThePump');
  }

  return {
    number: challenge.session,
    keyId: card.keyId,
    boot: challenge.boot,
    idleMs: opened.idleSeconds * 1_000,
    commandKey: await handshake.commandKey(),
    answerKey: await handshake.answerKey(),
  };
}

type Kind = 'challenge' | 'opened';

// A hello may be said again. A proof is used up by the first that comes, so it is written once.
async function ask<K extends Kind>(link: PumpLink, heard: Mailbox, frame: Uint8Array, kind: K, session?: number): Promise<Extract<SessionFrame, { kind: K }>> {
  for (let left = kind === 'challenge' ? tries : 1; left > 0; left--) {
    heard.clear();
    await link.write('Session', frame);

    for (let answer = await heard.next(answerMs); answer !== null; answer = await heard.next(answerMs)) {
      const message = readSessionFrame(answer);

      if (message.kind === 'refused') {
        throw new SessionRefused(nameOf(refusals, message.why) satisfies SessionRefusal, message.waitSeconds);
      }

      const expected = session === undefined || message.session === session;

      if (expected && isKind(message, kind)) {
        return message;
      }
    }
  }

  throw new SessionRefused('noAnswer');
}

function isKind<K extends Kind>(message: SessionFrame, kind: K): message is Extract<SessionFrame, { kind: K }> {
  return message.kind === kind;
}
