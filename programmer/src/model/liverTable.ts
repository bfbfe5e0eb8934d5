/** Below a multiple of the reference, so many percent of the last dose; 0 is a hold. */
export interface LiverBand {
  /** Null: everything above the last limit. */
  readonly belowTimes: number | null;
  readonly percent: number;
}

/** Bands of a test for references up to a value. The last row has no upper end. */
export interface LiverRow {
  readonly referenceUpTo: number | null;
  readonly bands: readonly LiverBand[];
  /** When and how to go on after a hold, in words. */
  readonly restart: string;
}

export interface LiverTest {
  readonly name: string;
  readonly unit: string;
  readonly rows: readonly LiverRow[];
}

/** A clinic's table of dose by liver tests. The page has none of its own: which one holds is a decision of those who treat. */
export interface LiverTable {
  /** Of the clinic's table, such as 2026-03. */
  readonly version: string;
  readonly source: string;
  readonly approvedBy: string;
  readonly validFrom: string;
  readonly tests: readonly LiverTest[];
}

const format = 'haip-liver-table';
const formatVersion = 1;

/** Reads a clinic's file. What is wrong with it comes back as the name of the place: nothing of it is used. */
export function readLiverTable(text: string): LiverTable | { readonly wrong: string } {
  try {
    const root = record(JSON.parse(text), 'file');

    if (root['format'] !== format) {
      throw new Wrong('format');
    }

    if (root['formatVersion'] !== formatVersion) {
      throw new Wrong('formatVersion');
    }

    const tests = list(root, 'tests', '').map((test, i) => testOf(test, `tests[${i}]`));

    if (tests.length === 0 || new Set(tests.map((test) => test.name)).size !== tests.length) {
      throw new Wrong('tests');
    }

    return { version: string(root, 'version'), source: string(root, 'source'), approvedBy: string(root, 'approvedBy'), validFrom: string(root, 'validFrom'), tests };
  } catch (error) {
    if (error instanceof Wrong || error instanceof SyntaxError) {
      return { wrong: error instanceof Wrong ? error.place : 'JSON' };
    }

    throw error;
  }
}

class Wrong extends Error {
  constructor(readonly place: string) {
    super(place);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function testOf(value: unknown, place: string): LiverTest {
  const test = record(value, place);
  const rows = list(test, 'rows', place).map((row, i) => rowOf(row, `${place}.rows[${i}]`));
  rising(rows.map((row) => row.referenceUpTo), `${place}.rows.referenceUpTo`);
  return { name: string(test, 'name', place), unit: string(test, 'unit', place), rows };
}

function rowOf(value: unknown, place: string): LiverRow {
  const row = record(value, place);
  const bands = list(row, 'bands', place).map((band, i) => bandOf(band, `${place}.bands[${i}]`));
  rising(bands.map((band) => band.belowTimes), `${place}.bands.belowTimes`);
  falling(bands.map((band) => band.percent), `${place}.bands.percent`);
  return { referenceUpTo: limit(row, 'referenceUpTo', place), bands, restart: string(row, 'restart', place) };
}

function bandOf(value: unknown, place: string): LiverBand {
  const band = record(value, place);
  const percent = band['percent'];

  if (typeof percent !== 'number' || !(percent >= 0 && percent <= 100)) {
    throw new Wrong(`${place}.percent`);
  }

  return { belowTimes: limit(band, 'belowTimes', place), percent };
}

// Only the last has no end: no value may fall between two, into two or beyond all.
function rising(limits: readonly (number | null)[], place: string): void {
  const last = limits.length - 1;
  const good = limits.length > 0 && limits.every((limit, i) => (i === last ? limit === null : limit !== null && limit > (limits[i - 1] ?? 0)));

  if (!good) {
    throw new Wrong(place);
  }
}

// Worse tests never allow more.
function falling(percents: readonly number[], place: string): void {
  if (percents.some((percent, i) => percent > (percents[i - 1] ?? 100))) {
    throw new Wrong(place);
  }
}

function limit(fields: Fields, name: string, place: string): number | null {
  const value = fields[name];

  if (value !== null && (typeof value !== 'number' || !Number.isFinite(value) || value <= 0)) {
    throw new Wrong(at(place, name));
  }

  return value;
}

function record(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Wrong(place);
  }

  return { ...value };
}

function string(fields: Fields, name: string, place = ''): string {
  const value = fields[name];

  if (typeof value !== 'string' || value.trim() === '') {
    throw new Wrong(at(place, name));
  }

  return value;
}

function list(fields: Fields, name: string, place: string): readonly unknown[] {
  const value = fields[name];

  if (!Array.isArray(value)) {
    throw new Wrong(at(place, name));
  }

  return value;
}

function at(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`;
}
