/** Up to a multiple of the reference, so many percent of the last dose; 0 is a hold. */
export interface LiverBand {
  /** Null: everything above the last limit. */
  readonly belowTimes: number | null;
  readonly percent: number;
}

/** Bands of a test for references up to a value; the last has no upper end. */
export interface LiverRow {
  readonly referenceUpTo: number | null;
  readonly bands: readonly LiverBand[];
  readonly restart: string;
}

export interface LiverTest {
  readonly name: string;
  readonly unit: string;
  readonly rows: readonly LiverRow[];
}

/** A clinic's table of dose by liver tests. The page has none of its own: which one holds is a decision of those who treat. */
export interface LiverTable {
  readonly version: string;
  readonly source: string;
  readonly approvedBy: string;
  readonly validFrom: string;
  readonly tests: readonly LiverTest[];
}

const format = 'haip-liver-table';

/** Reads a clinic's file. What is wrong with it comes back as the name of the place. */
export function readLiverTable(text: string): LiverTable | { readonly wrong: string } {
  try {
    const file: unknown = JSON.parse(text);
    const root = record(file, 'file');

    if (root['format'] !== format) {
      throw new Wrong('format');
    }

    return {
      version: string(root, 'version'),
      source: string(root, 'source'),
      approvedBy: string(root, 'approvedBy'),
      validFrom: string(root, 'validFrom'),
      tests: list(root, 'tests').map((test, i) => testOf(record(test, `tests[${i}]`), `tests[${i}]`)),
    };
  } catch (error) {
    return { wrong: error instanceof Wrong ? error.place : 'JSON' };
  }
}

/** Percent of the last dose that the table allows; null when it has no row for these values. */
export function percentOf(test: LiverTest, reference: number, worst: number): { readonly percent: number; readonly row: LiverRow } | null {
  const row = test.rows.find(one => one.referenceUpTo === null || reference <= one.referenceUpTo);
  const times = worst / reference;
  const band = row?.bands.find(one => one.belowTimes === null || times < one.belowTimes);
  return row === undefined || band === undefined ? null : { percent: band.percent, row };
}

class Wrong extends Error {
  constructor(readonly place: string) {
    super(place);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function testOf(test: Fields, place: string): LiverTest {
  const rows = list(test, 'rows').map((row, i): LiverRow => rowOf(record(row, `${place}.rows[${i}]`), `${place}.rows[${i}]`));
  rising(rows.map(row => row.referenceUpTo), `${place}.rows.referenceUpTo`);
  return { name: string(test, 'name'), unit: string(test, 'unit'), rows };
}

function rowOf(row: Fields, place: string): LiverRow {
  const bands = list(row, 'bands').map((band, i): LiverBand => {
    const fields = record(band, `${place}.bands[${i}]`);
    const percent = fields['percent'];

    if (typeof percent !== 'number' || !(percent >= 0 && percent <= 100)) {
      throw new Wrong(`${place}.bands[${i}].percent`);
    }

    return { belowTimes: limit(fields, 'belowTimes', `${place}.bands[${i}]`), percent };
  });
  rising(bands.map(band => band.belowTimes), `${place}.bands.belowTimes`);
  return { referenceUpTo: limit(row, 'referenceUpTo', place), bands, restart: string(row, 'restart') };
}

// Limits rise, and only the last has no end: no value may fall between two rows or into two.
function rising(limits: readonly (number | null)[], place: string): void {
  const last = limits.length - 1;
  const good = limits.length > 0 && limits.every((limit, i) => i === last ? limit === null : limit !== null && limit > (limits[i - 1] ?? 0));

  if (!good) {
    throw new Wrong(place);
  }
}

function limit(fields: Fields, name: string, place: string): number | null {
  const value = fields[name];

  if (value !== null && typeof value !== 'number') {
    throw new Wrong(`${place}.${name}`);
  }

  return value;
}

function record(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Wrong(place);
  }

  return { ...value };
}

function string(fields: Fields, name: string): string {
  const value = fields[name];

  if (typeof value !== 'string' || value === '') {
    throw new Wrong(name);
  }

  return value;
}

function list(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];

  if (!Array.isArray(value)) {
    throw new Wrong(name);
  }

  return value;
}
