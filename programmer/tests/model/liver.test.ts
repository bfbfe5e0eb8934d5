import { describe, expect, it } from 'vitest';
import { doseAfter, findingOf, verdictOf } from '../../src/model/liverRules';
import { readLiverTable, type LiverTable } from '../../src/model/liverTable';

// Made up for these tests: no clinic's.
const file = {
  format: 'haip-liver-table',
  formatVersion: 1,
  version: 'test-1',
  source: 'nowhere',
  approvedBy: 'nobody',
  validFrom: '2026-01-01',
  tests: [
    {
      name: 'A',
      unit: 'U/L',
      rows: [
        { referenceUpTo: 50, bands: [{ belowTimes: 3, percent: 100 }, { belowTimes: 4, percent: 80 }, { belowTimes: null, percent: 0 }], restart: 'below 4' },
        { referenceUpTo: null, bands: [{ belowTimes: 2, percent: 100 }, { belowTimes: null, percent: 0 }], restart: 'below 2' },
      ],
    },
    { name: 'B', unit: 'mg/dL', rows: [{ referenceUpTo: null, bands: [{ belowTimes: 1.5, percent: 100 }, { belowTimes: null, percent: 50 }], restart: 'never' }] },
  ],
};

const read = (change: (copy: typeof file) => unknown): LiverTable | { readonly wrong: string } => {
  const copy = structuredClone(file);
  return readLiverTable(JSON.stringify(change(copy) ?? copy));
};

function table(): LiverTable {
  const good = readLiverTable(JSON.stringify(file));

  if ('wrong' in good) {
    throw new Error(good.wrong);
  }

  return good;
}

const values = (reference: number, atEmptying: number, today: number) => ({ reference, atEmptying, today });

describe("a clinic's table", () => {
  it('is read as it is', () => {
    expect(table()).toMatchObject({ version: 'test-1', approvedBy: 'nobody', tests: file.tests });
  });

  it.each([
    ['JSON', null],
    ['file', () => []],
    ['format', (copy: Record<string, unknown>) => ({ ...copy, format: 'x' })],
    ['formatVersion', (copy: Record<string, unknown>) => ({ ...copy, formatVersion: 2 })],
    ['version', (copy: Record<string, unknown>) => ({ ...copy, version: '' })],
    ['approvedBy', (copy: Record<string, unknown>) => ({ ...copy, approvedBy: undefined })],
    ['tests', (copy: Record<string, unknown>) => ({ ...copy, tests: [] })],
    ['tests', (copy: typeof file) => ({ ...copy, tests: [copy.tests[0], copy.tests[0]] })],
    ['tests[0]', (copy: Record<string, unknown>) => ({ ...copy, tests: [1] })],
  ] as const)('that is wrong says where: %s', (place, change) => {
    expect(change === null ? readLiverTable('{') : read(change as never)).toEqual({ wrong: place });
  });

  it.each([
    ['tests[0].rows.referenceUpTo', 'a last row with an end', (copy: typeof file): void => { copy.tests[0]!.rows.pop(); }],
    ['tests[1].rows[0].bands.belowTimes', 'a last band with an end', (copy: typeof file): void => { copy.tests[1]!.rows[0]!.bands.pop(); }],
    ['tests[0].rows[0].bands.belowTimes', 'limits that fall', (copy: typeof file): void => { copy.tests[0]!.rows[0]!.bands[1]!.belowTimes = 2; }],
    ['tests[0].rows[0].bands.percent', 'more dose for worse values', (copy: typeof file): void => { copy.tests[0]!.rows[0]!.bands[2]!.percent = 90; }],
    ['tests[0].rows[0].bands[0].percent', 'more than the dose', (copy: typeof file): void => { copy.tests[0]!.rows[0]!.bands[0]!.percent = 101; }],
    ['tests[0].rows[0].referenceUpTo', 'a text for a number', (copy: typeof file): void => { (copy.tests[0]!.rows[0] as { referenceUpTo: unknown }).referenceUpTo = '50'; }],
  ] as const)('is refused for %s: %s', (place, _, change) => {
    expect(read(change)).toEqual({ wrong: place });
  });
});

describe('what the table says', () => {
  it.each([
    [values(40, 40, 60), 100],
    [values(40, 119, 10), 100],
    [values(40, 120, 10), 80],
    [values(40, 10, 160), 0],
    [values(50, 149, 1), 100],
    [values(51, 149, 1), 0],
    [values(51, 101, 1), 100],
  ])('takes the worse value, and a limit as passed', (measured, percent) => {
    expect(findingOf(table().tests[0]!, measured)?.percent).toBe(percent);
  });

  it('counts a limit as passed that only rounding misses', () => {
    expect(findingOf(table().tests[1]!, values(1.1, 1.65, 1.1))?.percent).toBe(50);
    expect(findingOf(table().tests[1]!, values(1.1, 1.64, 1.1))?.percent).toBe(100);
  });

  it.each([values(0, 1, 1), values(1, 0, 1), values(1, 1, -1), values(Number.NaN, 1, 1), values(1, Infinity, 1)])('is nothing for values that are none', (measured) => {
    expect(findingOf(table().tests[0]!, measured)).toBeNull();
  });

  it('is the lowest percentage, and none while a test is missing', () => {
    const a = values(40, 130, 40);
    const b = values(1, 2, 1);
    expect(verdictOf(table(), new Map([['A', a], ['B', b]])).percent).toBe(50);
    expect(verdictOf(table(), new Map([['A', a]])).percent).toBeNull();
    expect(verdictOf(table(), new Map([['A', a]])).findings.map((finding) => finding.percent)).toEqual([80]);
    expect(doseAfter(125, 50)).toBe(62);
  });
});
