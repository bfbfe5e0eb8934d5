import type { Change } from '../model/Order';
import type { PumpModel } from '../model/PumpModel';
import { texts } from '../texts/texts';
import { isHeard } from './age';

/** A change that is on its way, or whose outcome nobody knows: nothing else may be changed meanwhile. */
export function isPending(change: Change): boolean {
  return change.kind === 'staging' || change.kind === 'staged' || change.kind === 'committing' || change.kind === 'unknown';
}

/** Why nothing can be changed now, in words; null when it can. */
export function whyNoChange(pump: PumpModel): string | null {
  const change = pump.change.value;
  return change.kind === 'unknown' ? texts.may.unknown
    : isPending(change) ? texts.may.pending
    : whyNoCommand(pump);
}

/** Why the pump cannot be told anything now, in words; null when it can. */
export function whyNoCommand(pump: PumpModel): string | null {
  return pump.elsewhere.value ? texts.may.elsewhere
    : pump.connection.value.kind !== 'connected' ? texts.may.noLink
    : pump.authority.value.kind !== 'open' ? texts.may.noSession
    : !isHeard(pump) ? texts.may.notHeard
    : null;
}
