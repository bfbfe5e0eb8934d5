import { readEcho } from '../protocol/EchoFrame';
import { readOrder } from '../protocol/orderCommand';
import type { Echo, Order } from './Order';

/** What the pump says that it has understood, and the bytes that it says it with. Throws ProtocolError. */
export function echoOf(kind: Order['kind'], payload: Uint8Array, endsAtMs: number): { readonly echo: Echo; readonly bytes: Uint8Array } {
  const { order: bytes, ...frame } = readEcho(payload);
  return { echo: { ...frame, order: readOrder(kind, bytes), endsAtMs }, bytes };
}
