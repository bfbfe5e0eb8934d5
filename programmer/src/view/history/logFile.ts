import type { LogEntry } from '../../model/Values';
export function toCsv(entries: readonly LogEntry[]): string { return JSON.stringify(entries); }
export function toJson(entries: readonly LogEntry[]): string { return JSON.stringify(entries); }
export function logFrom(_: string, __: string): readonly LogEntry[] | string { return 'x'; }
