import type { PumpModel } from '../model/PumpModel';
import type { Dated } from '../model/Values';
import { nowMs } from './clock';

/** The pump tells its status once a second; what is older than three of them is not what holds now. */
export const staleMs = 3_000;

export function isStale(dated: Dated<unknown>): boolean {
  return nowMs.value - dated.atMs > staleMs;
}

/**
 * Whether the pump is heard now. What is read only when it changes (therapy, drug, limits) is as current as the status: it tells of
 * every change.
 */
export function isHeard(pump: PumpModel): boolean {
  const status = pump.status.value;
  return pump.connection.value.kind === 'connected' && status !== null && !isStale(status);
}
