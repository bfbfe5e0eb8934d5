import { describe, expect, it } from 'vitest';
import type { Priority, StandingAlarm } from '../../src/model/Values';
import { newestInstance, ranked } from '../../src/view/alarms/ranking';

function alarm(id: string, priority: Priority, instance: number): StandingAlarm {
  return { id, priority, instance, response: 'Continue', silent: false, raisedAtMs: null };
}

describe('standing alarms', () => {
  it('stand in the order of their priority, and the later of two first', () => {
    const rows = ranked([alarm('a', 'Low', 9), alarm('b', 'High', 3), alarm('c', 'Medium', 5), alarm('d', 'High', 4)]);
    expect(rows.map((row) => row.id)).toEqual(['d', 'b', 'c', 'a']);
  });

  it('are answered with the newest that a person sees', () => {
    expect(newestInstance([alarm('a', 'Low', 4), alarm('b', 'High', 9), alarm('c', 'Low', 7)])).toBe(9);
  });

  it('have a newest one after their numbers have begun again', () => {
    expect(newestInstance([alarm('a', 'Low', 65_534), alarm('b', 'Low', 2), alarm('c', 'Low', 65_535)])).toBe(2);
  });

  it('have no newest one when none stands', () => {
    expect(newestInstance([])).toBeNull();
  });
});
