/**
 * Refusal of gatt.json, and what this side finds out: a card of another pump, a card whose key the pump no longer has, a text that is
 * no card, a card with a wrong letter, a pump that cannot prove the secret, no answer.
 */
export type SessionRefusal =
  | 'BadFrame' | 'BadVersion' | 'BadRole' | 'NoSecret' | 'LinkTooSmall' | 'TooSoon' | 'BadProof' | 'NoSession' | 'BadTag' | 'NotReady'
  | 'otherPump' | 'otherKey' | 'notACard' | 'wrongCheck' | 'notThePump' | 'noAnswer';

export type SessionEnd = 'Asked' | 'Idle' | 'BadTags' | 'LinkLost' | 'Replaced' | 'SecretChanged' | 'wiped';
