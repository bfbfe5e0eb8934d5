import { describe, expect, it } from 'vitest';
import { altitudeOf } from '../../src/model/altitude';
import { AlarmBook } from '../../src/model/AlarmBook';
import { withSample } from '../../src/model/samples';
import { browserTabLock } from '../../src/model/TabLock';
import type { Sample } from '../../src/model/Values';
import { alarms } from '../../src/protocol/gatt';

describe('altitude', () => {
  // International Standard Atmosphere.
  it.each([[101_325, 0], [97_717, 305], [83_437, 1_609], [75_262, 2_438], [69_682, 3_048]])('%i Pa is %i m', (pa, metres) => {
    expect(Math.abs((altitudeOf(pa) ?? 0) - metres)).toBeLessThan(3);
  });

  it('is unknown with the pressure', () => {
    expect(altitudeOf(null)).toBeNull();
    expect(altitudeOf(0)).toBeNull();
  });
});

describe('a curve', () => {
  const point = (atMs: number): Sample => ({ atMs, orderedNlPerHour: 1, measuredNlPerHour: 1, catheterMeanPa: null, pulsePa: null, chamberPa: null, drugMilliC: null });

  it('has a point a second for an hour, and goes on when the clock was set back', () => {
    let samples: readonly Sample[] = [];

    for (let ms = 0; ms < 3_700_000; ms += 250) {
      samples = withSample(samples, point(ms));
    }

    expect(samples.length).toBe(3_600);
    expect(samples.slice(-2).map((sample) => sample.atMs)).toEqual([3_698_000, 3_699_000]);
    expect(withSample(samples, point(5)).at(-1)?.atMs).toBe(5);
  });
});

describe('the book of alarms', () => {
  const list = (listed: { alarm: number; priority: 'High' | 'Low'; instance: number }[]) => ({ standing: listed.length, listed });
  const raised = { what: 'raised', priority: 'High', alarm: alarms.FreeFlow.id, instance: 4, telling: 1, response: 'Stop', silent: true, ageSeconds: 5, alarmsStanding: 1 } as const;

  it('keeps what it was told of an alarm that still stands', () => {
    const book = new AlarmBook();
    book.take(raised, 10_000);
    book.takeList(list([{ alarm: alarms.FreeFlow.id, priority: 'High', instance: 4 }]));
    expect(book.all).toMatchObject([{ silent: true, raisedAtMs: 5_000 }]);
    book.takeList(list([{ alarm: alarms.FreeFlow.id, priority: 'High', instance: 5 }]));
    expect(book.all).toMatchObject([{ silent: false, raisedAtMs: null, instance: 5 }]);
    book.takeList(list([]));
    expect(book.all).toEqual([]);
  });

  it('shows an alarm that it does not know', () => {
    const book = new AlarmBook();
    book.takeList(list([{ alarm: 250, priority: 'Low', instance: 1 }]));
    expect(book.all).toEqual([{ id: '250', priority: 'Low', instance: 1, response: null, silent: false, raisedAtMs: null }]);
  });
});

describe("the browser's lock", () => {
  it('is got, or waited for', async () => {
    const told: string[] = [];
    const held: (() => void)[] = [];
    let free = true;
    const waiting: (() => void)[] = [];
    const locks = {
      request(_: string, options: unknown, then?: (lock: unknown) => unknown) {
        const run = (then ?? options) as (lock: unknown) => unknown;

        if (then !== undefined && !free) {
          run(null);
        } else if (free) {
          free = false;
          run({});
          held.push(() => waiting.shift()?.());
        } else {
          waiting.push(() => run({}));
        }

        return Promise.resolve();
      },
    } as unknown as LockManager;
    browserTabLock(locks).hold((is) => told.push(`first ${is}`));
    browserTabLock(locks).hold((is) => told.push(`second ${is}`));
    await Promise.resolve();
    expect(told).toEqual(['first false', 'second true']);
    held[0]?.();
    expect(told).toEqual(['first false', 'second true', 'second false']);
  });

  it('is not needed where there is none', () => {
    const told: boolean[] = [];
    browserTabLock(null).hold((is) => told.push(is));
    expect(told).toEqual([false]);
  });
});
