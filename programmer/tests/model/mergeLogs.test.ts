import { describe, expect, it } from 'vitest';
import { mergeLogs } from '../../src/model/mergeLogs';
import type { LogEntry } from '../../src/protocol/PumpValues';

const entry = (log: LogEntry['log'], number: number, atSeconds: number, clock = true): LogEntry => ({ log, number, atSeconds, clock, event: 'Started', first: 0, second: 0 });
const numbers = (events: readonly LogEntry[], faults: readonly LogEntry[]) => mergeLogs(events, faults).map(({ log, number }) => `${log[0]}${number}`);

describe('events and faults together', () => {
  it('stand in the order of time', () => {
    expect(numbers([entry('events', 1, 10), entry('events', 2, 30)], [entry('faults', 1, 20), entry('faults', 2, 30)])).toEqual(['e1', 'f1', 'e2', 'f2']);
  });

  it('leave an entry without a clock behind the one before it', () => {
    expect(numbers([entry('events', 1, 10), entry('events', 2, 5, false), entry('events', 3, 40)], [entry('faults', 1, 20)])).toEqual(['e1', 'e2', 'f1', 'e3']);
    expect(numbers([entry('events', 1, 999, false), entry('events', 2, 40)], [entry('faults', 1, 20)])).toEqual(['e1', 'f1', 'e2']);
  });

  it('keep the order of each log when the clock was set back', () => {
    expect(numbers([entry('events', 1, 100), entry('events', 2, 50), entry('events', 3, 120)], [entry('faults', 1, 110)])).toEqual(['e1', 'e2', 'f1', 'e3']);
  });
});
