import type { LinkProblem } from '../link/PumpLink';
import type { SessionEnd, SessionRefusal } from '../session/SessionEnding';

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
