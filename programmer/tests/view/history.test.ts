import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/model/Values';
import { eventText } from '../../src/view/history/eventText';
import { everything, matches } from '../../src/view/history/filter';

function entry(event: string, first: number, second: number, more: Partial<LogEntry> = {}): LogEntry {
  return { log: 'events', number: 1, atSeconds: Date.UTC(2026, 5, 15, 12) / 1_000, clock: true, event, first, second, ...more };
}

describe('an entry of the log', () => {
  it.each([
    [entry('StateChanged', 1, 4), 'Infusing → Suspended'],
    [entry('TherapyOrdered', 54_166, 336), 'Therapy ordered: 1.300 mL/day (first segment) for 14 d 0 h'],
    [entry('AlarmRaised', 1, 0), 'Alarm: The catheter is blocked'],
    [entry('Refilled', 30_000_000, -1), 'Refilled: 30.00 mL in the reservoir; drawn out before: not measured'],
    [entry('SelfTested', 3, 0), 'Self-test failed: leak of the valves'],
    [entry('Programmed', 7, 0x3C33), 'By radio, key 7: therapy'],
    [entry('ChangedTo', 13, 6_460), 'Concentration, from now on: 6.460 mg/mL'],
    [entry('SomethingNew', 1, 2), 'SomethingNew (1, 2)'],
  ])('is a sentence: %#', (what, said) => {
    expect(eventText(what)).toBe(said);
  });
});

describe('the filter', () => {
  it('keeps a kind', () => {
    expect(matches({ ...everything, group: 'alarms' }, entry('AlarmRaised', 1, 0))).toBe(true);
    expect(matches({ ...everything, group: 'alarms' }, entry('HourPassed', 1, 0))).toBe(false);
    expect(matches({ ...everything, group: 'device' }, entry('SelfTested', 0, 0))).toBe(true);
  });

  it('keeps the days from the first to the last', () => {
    expect(matches({ ...everything, from: '2026-06-15', to: '2026-06-15' }, entry('HourPassed', 1, 1))).toBe(true);
    expect(matches({ ...everything, from: '2026-06-16' }, entry('HourPassed', 1, 1))).toBe(false);
    expect(matches({ ...everything, to: '2026-06-14' }, entry('HourPassed', 1, 1))).toBe(false);
  });

  it('never hides what has no time by its time', () => {
    expect(matches({ ...everything, from: '2026-06-16' }, entry('Started', 0, 0, { clock: false, atSeconds: 3 }))).toBe(true);
  });

  it('finds words', () => {
    expect(matches({ ...everything, text: 'BLOCKED' }, entry('AlarmRaised', 1, 0))).toBe(true);
    expect(matches({ ...everything, text: 'air' }, entry('AlarmRaised', 1, 0))).toBe(false);
  });
});
