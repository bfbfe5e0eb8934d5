import type { Priority, StandingAlarm } from '../../model/Values';

const ranks: Record<Priority, number> = { None: 0, Low: 1, Medium: 2, High: 3 };

/** The most urgent first; of two the one that came later. */
export function ranked(alarms: readonly StandingAlarm[]): readonly StandingAlarm[] {
  return alarms.toSorted((a, b) => ranks[b.priority] - ranks[a.priority] || (newer(b.instance, a.instance) ? 1 : -1));
}

/** The newest that a person sees in this list: what an answer quotes. Null when none stands. */
export function newestInstance(alarms: readonly StandingAlarm[]): number | null {
  return alarms.reduce<number | null>((newest, alarm) => newest === null || newer(alarm.instance, newest) ? alarm.instance : newest, null);
}

// Instances are 16 bits and begin again: what counts is which way the shorter distance goes.
function newer(a: number, b: number): boolean {
  return a !== b && ((a - b) & 0xFFFF) < 0x8000;
}
