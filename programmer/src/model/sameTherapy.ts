import type { Therapy } from './Values';

/** Whether two therapies are the same order, number by number. */
export function sameTherapy(one: Therapy, other: Therapy): boolean {
  return (
    one.durationHours === other.durationHours &&
    one.resumeWithinMinutes === other.resumeWithinMinutes &&
    one.patencyNlPerHour === other.patencyNlPerHour &&
    one.segments.length === other.segments.length &&
    one.segments.every((segment, i) => segment.startMinute === other.segments[i]?.startMinute && segment.nlPerHour === other.segments[i].nlPerHour)
  );
}
