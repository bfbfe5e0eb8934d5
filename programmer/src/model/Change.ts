import type { Order, Reason } from '../protocol/Order';

/** What the pump has understood: this, decoded from its own bytes, is what a person confirms. */
export interface Echo {
  readonly order: Order;
  readonly needsConfirmation: boolean;
  readonly doseChanges: boolean;
  readonly endsTherapy: boolean;
  readonly cytotoxic: boolean;
  /** The number that is unusual, and where the usual range ends; null when none is. */
  readonly unusual: { readonly field: string; readonly limit: number } | null;
  readonly doseBeforeUgPerDay: number;
  readonly doseAfterUgPerDay: number;
  /** When the pump forgets it, in the page's own time. */
  readonly endsAtMs: number;
}

/** The one change that is under way. */
export type Change =
  | { readonly kind: 'idle' }
  | { readonly kind: 'staging'; readonly order: Order }
  | { readonly kind: 'staged'; readonly order: Order; readonly echo: Echo }
  | { readonly kind: 'committing'; readonly echo: Echo }
  /** notKept: done, but the pump's memory has not taken it, and a loss of power may undo it. */
  | { readonly kind: 'confirmed'; readonly echo: Echo; readonly atMs: number; readonly notKept?: true }
  | { readonly kind: 'refused'; readonly order: Order; readonly reason: Reason }
  /** The echo is not what was sent: never confirmed. */
  | { readonly kind: 'differs'; readonly order: Order; readonly echo: Echo }
  | { readonly kind: 'expired'; readonly order: Order }
  /** Link or session lost in between: nothing else may be changed until the pump was asked what holds. */
  | { readonly kind: 'unknown'; readonly order: Order; readonly wasCommitted: boolean };
