import type { Echo, Order } from './Order';

/** What is needed to ask the pump later what became of a change. */
export interface Pending {
  readonly order: Order;
  /** Null: it was never committed. */
  readonly commit: { readonly echo: Echo; readonly tag: Uint8Array; readonly boot: number } | null;
}
