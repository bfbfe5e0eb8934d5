import type { Segment } from './Values';

const hoursPerDay = 24;
const minutesPerDay = 1_440;
const nlPerMl = 1_000_000;

/** The pump's rate for a volume a day, both whole numbers: rounded once, towards less drug. */
export function nlPerHourOf(nlPerDay: number): number {
  return Math.floor(nlPerDay / hoursPerDay);
}

export function nlPerDayOf(nlPerHour: number): number {
  return nlPerHour * hoursPerDay;
}

/** Volume of a day of a profile, rounded up as the pump does: Drug.DoseUgPerDay. */
export function dayNl(segments: readonly Segment[]): number {
  return segments.reduce((sum, segment, i) => sum + Math.ceil((segment.nlPerHour * ((segments[i + 1]?.startMinute ?? minutesPerDay) - segment.startMinute)) / 60), 0);
}

/** What a volume holds, rounded up as the pump does: Drug.DoseUg. */
export function doseUg(volumeNl: number, ugPerMl: number): number {
  return Math.ceil((ugPerMl * volumeNl) / nlPerMl);
}

/** What a day of a profile brings; the pump's echo says the same. */
export function doseUgPerDay(segments: readonly Segment[], ugPerMl: number): number {
  return doseUg(dayNl(segments), ugPerMl);
}

/** The most that a day may bring to this patient, by both limits: Drug.LimitUgPerDay. */
export function limitUgPerDay(weightG: number, ugPerDay: number, ugPerKgPerDay: number): number {
  return Math.min(ugPerDay, Math.floor((ugPerKgPerDay * weightG) / 1_000));
}
