import type { LinkProblem } from '../link/PumpLink';

/** How far the page has come with a pump. */
export type Connection =
  | { readonly kind: 'none'; readonly problem?: LinkProblem }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected' }
  /** Lost; tried again by itself until attempts are used up (nextTryAtMs null), then by a person. */
  | { readonly kind: 'lost'; readonly sinceMs: number; readonly attempt: number; readonly nextTryAtMs: number | null };

/** Whether this page may command. */
export type Authority =
  /** waitSeconds: the pump listens to nobody before. */
  | { readonly kind: 'none'; readonly refused?: SessionRefusal; readonly waitSeconds?: number }
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly keyId: number; readonly idleEndsAtMs: number }
  | { readonly kind: 'ended'; readonly reason: SessionEnd };

/**
 * Refusal of gatt.json, and what this side finds out: a card of another pump, a card whose key the pump no longer has, a text that is
 * no card, a card with a wrong letter, a pump that cannot prove the secret, no answer.
 */
export type SessionRefusal =
  | 'BadFrame' | 'BadVersion' | 'BadRole' | 'NoSecret' | 'LinkTooSmall' | 'TooSoon' | 'BadProof' | 'NoSession' | 'BadTag' | 'NotReady'
  | 'otherPump' | 'otherKey' | 'notACard' | 'wrongCheck' | 'notThePump' | 'noAnswer';

export type SessionEnd = 'Asked' | 'Idle' | 'BadTags' | 'LinkLost' | 'Replaced' | 'SecretChanged' | 'wiped';
