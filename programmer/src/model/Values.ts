import type { AlarmResponse, Priority } from '../protocol/PumpValues';

/** A value and when this page heard it, in the page's own time (Date.now()). Null until it was read once. */
export interface Dated<T> {
  readonly value: T;
  readonly atMs: number;
}

export interface StandingAlarm {
  /** Name of the alarm's row, such as CatheterOccluded; its text is in gatt.ts. */
  readonly id: string;
  readonly priority: Priority;
  readonly instance: number;
  readonly response: AlarmResponse | null;
  readonly silent: boolean;
  readonly raisedAtMs: number | null;
}

/** A point of a curve, in the page's own time. */
export interface Sample {
  readonly atMs: number;
  readonly orderedNlPerHour: number;
  readonly measuredNlPerHour: number | null;
  readonly catheterMeanPa: number | null;
  readonly pulsePa: number | null;
  readonly chamberPa: number | null;
  readonly drugMilliC: number | null;
}
