import type { Segment } from '../../model/Values';

const minutesPerDay = 1_440;

export function meanNlPerHour(segments: readonly Segment[]): number {
  return segments.reduce((sum, segment, i) => sum + segment.nlPerHour * ((segments[i + 1]?.startMinute ?? minutesPerDay) - segment.startMinute), 0) / minutesPerDay;
}

export function ugPerDay(nlPerHour: number, ugPerMl: number): number {
  return nlPerHour * 24 * ugPerMl / 1_000_000;
}

export function volumeNl(nlPerHour: number, hours: number): number {
  return nlPerHour * hours;
}

export function dryAtMs(reservoirNl: number, nlPerHour: number, nowMs: number): number {
  return nowMs + Math.max(0, reservoirNl - 2_000_000) / nlPerHour * 3_600_000;
}
