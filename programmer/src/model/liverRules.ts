import type { LiverRow, LiverTable, LiverTest } from './liverTable';

/** Values of one test: at the last dose, when the pump was emptied, and today, in the test's unit. */
export interface LiverValues {
  readonly reference: number;
  readonly atEmptying: number;
  readonly today: number;
}

/** What a table says of one test. */
export interface LiverFinding {
  readonly test: LiverTest;
  /** The worse of the two values, as a multiple of the reference. */
  readonly times: number;
  /** Percent of the last dose; 0 is a hold. */
  readonly percent: number;
  readonly row: LiverRow;
}

/** What a table says of all: the lowest percentage holds. Null as long as a test is missing, or a value is none. */
export interface LiverVerdict {
  readonly percent: number | null;
  readonly findings: readonly LiverFinding[];
}

/** Percent of the last dose that a table allows for one test. Null when a value is not above zero. */
export function findingOf(test: LiverTest, values: LiverValues): LiverFinding | null {
  const { reference } = values;
  const worst = Math.max(values.atEmptying, values.today);

  if (!(reference > 0) || !(values.atEmptying > 0) || !(values.today > 0) || !Number.isFinite(worst / reference)) {
    return null;
  }

  const row = test.rows.find((one) => one.referenceUpTo === null || reference <= one.referenceUpTo);
  // A limit itself belongs to the worse band; one that is missed by rounding alone too.
  const band = row?.bands.find((one) => one.belowTimes === null || worst < one.belowTimes * reference * (1 - Number.EPSILON * 4));
  return row === undefined || band === undefined ? null : { test, times: worst / reference, percent: band.percent, row };
}

export function verdictOf(table: LiverTable, values: ReadonlyMap<string, LiverValues>): LiverVerdict {
  const findings = table.tests.flatMap((test) => {
    const known = values.get(test.name);
    const finding = known === undefined ? null : findingOf(test, known);
    return finding === null ? [] : [finding];
  });
  const complete = findings.length === table.tests.length;
  return { percent: complete ? Math.min(...findings.map((finding) => finding.percent)) : null, findings };
}

/** The dose after a verdict, rounded towards less drug. */
export function doseAfter(lastUgPerKgPerDay: number, percent: number): number {
  return Math.floor((lastUgPerKgPerDay * percent) / 100);
}
