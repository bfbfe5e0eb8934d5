import type { LogEntry } from '../protocol/PumpValues';

/**
 * Events and faults in the order of time. Each log keeps its own order; an entry without a clock has no time to be compared by, and
 * stays behind the one before it.
 */
export function mergeLogs(events: readonly LogEntry[], faults: readonly LogEntry[]): readonly LogEntry[] {
  // The sort is stable: of the same second, events come first.
  return [...timed(events), ...timed(faults)].toSorted((a, b) => a.at - b.at).map(({ entry }) => entry);
}

// A clock that was set back moves nothing ahead of what its log has before it.
function timed(entries: readonly LogEntry[]): readonly { readonly entry: LogEntry; readonly at: number }[] {
  let at = 0;

  return entries.map((entry) => {
    at = entry.clock ? Math.max(at, entry.atSeconds) : at;
    return { entry, at };
  });
}
