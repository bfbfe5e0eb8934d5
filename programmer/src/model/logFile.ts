import type { LogEntry } from './Values';

const format = 'haip-log';
const version = 1;
const columns = ['log', 'number', 'seconds', 'clock', 'event', 'first', 'second'] as const;

/** A log as a file keeps it. */
export interface LogFile {
  readonly serial: string;
  readonly savedAtMs: number;
  readonly entries: readonly LogEntry[];
}

/** Why a file was not read. line: the first that is wrong, from 1. */
export interface LogFileProblem {
  readonly problem: 'notALog' | 'otherVersion' | 'badEntry';
  readonly line?: number;
}

export function logToJson(file: LogFile): string {
  return `${JSON.stringify({ format, version, ...file }, null, 1)}\n`;
}

/** RFC 4180, with a line in front that says what it is. */
export function logToCsv(file: LogFile): string {
  const head = [format, version, file.serial, file.savedAtMs];
  const rows = file.entries.map((entry) => [entry.log, entry.number, entry.atSeconds, entry.clock ? 'utc' : 'up', entry.event, entry.first, entry.second]);
  return [head, columns, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

/** Reads either, by how it begins. Nothing of a file that is wrong anywhere is used. */
export function readLogFile(text: string): LogFile | LogFileProblem {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  return trimmed.startsWith('{') ? fromJson(trimmed) : fromCsv(trimmed);
}

function fromJson(text: string): LogFile | LogFileProblem {
  const file = parse(text);

  if (!isRecord(file) || file['format'] !== format || typeof file['serial'] !== 'string' || !Number.isFinite(file['savedAtMs']) || !Array.isArray(file['entries'])) {
    return { problem: 'notALog' };
  }

  if (file['version'] !== version) {
    return { problem: 'otherVersion' };
  }

  const entries: readonly unknown[] = file['entries'];
  const wrong = entries.findIndex((entry) => !isEntry(entry));
  return wrong >= 0
    ? { problem: 'badEntry', line: wrong + 1 }
    : { serial: file['serial'], savedAtMs: file['savedAtMs'] as number, entries: entries.filter(isEntry).map(bare) };
}

function fromCsv(text: string): LogFile | LogFileProblem {
  const lines = text.split(/\r?\n/).map((line) => line.split(','));
  const [name, of, serial, savedAt] = lines[0] ?? [];

  if (name !== format || serial === undefined || savedAt === undefined || lines[1]?.join() !== columns.join()) {
    return { problem: name === format && of !== `${version}` ? 'otherVersion' : 'notALog' };
  }

  if (of !== `${version}`) {
    return { problem: 'otherVersion' };
  }

  const entries: LogEntry[] = [];

  for (const [i, [log, number, seconds, clock, event, first, second, more]] of lines.slice(2).entries()) {
    const numbers = [number, seconds, first, second].map((field) => (field === undefined || field === '' ? Number.NaN : Number(field)));
    const entry = { log, number: numbers[0], atSeconds: numbers[1], clock: clock === 'utc', event, first: numbers[2], second: numbers[3] };

    if (!isEntry(entry) || (clock !== 'utc' && clock !== 'up') || more !== undefined) {
      return { problem: 'badEntry', line: i + 3 };
    }

    entries.push(entry);
  }

  return Number.isFinite(Number(savedAt)) ? { serial, savedAtMs: Number(savedAt), entries } : { problem: 'notALog' };
}

function isEntry(value: unknown): value is LogEntry {
  return (
    isRecord(value) &&
    (value['log'] === 'events' || value['log'] === 'faults') &&
    isWhole(value['number'], 0, 0xffff_ffff) &&
    typeof value['atSeconds'] === 'number' && value['atSeconds'] >= 0 && value['atSeconds'] <= 0x1_0000_0000 &&
    typeof value['clock'] === 'boolean' &&
    typeof value['event'] === 'string' && /^\w{1,40}$/.test(value['event']) &&
    isWhole(value['first'], -0x8000_0000, 0x7fff_ffff) &&
    isWhole(value['second'], -0x8000_0000, 0x7fff_ffff)
  );
}

function bare({ log, number, atSeconds, clock, event, first, second }: LogEntry): LogEntry {
  return { log, number, atSeconds, clock, event, first, second };
}

function isWhole(value: unknown, low: number, high: number): boolean {
  return Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
