import type { Order } from '../protocol/Order';
import type { Echo } from './Change';

/** What is needed to ask the pump later what became of a change. */
export interface Pending {
  readonly order: Order;
  /** Null: it was never committed. */
  readonly commit: { readonly echo: Echo; readonly tag: Uint8Array; readonly boot: number } | null;
}
