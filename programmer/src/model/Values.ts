/** A value and when this page heard it, in the page's own time (Date.now()). Null until it was read once. */
export interface Dated<T> {
  readonly value: T;
  readonly atMs: number;
}

export interface Identity {
  readonly serial: string;
  readonly keyId: number;
  readonly hasSecret: boolean;
  readonly boot: number;
  readonly protocolVersion: number;
  readonly manufacturer: string;
  readonly model: string;
  readonly firmware: string;
}

export type PumpState = 'Standby' | 'Infusing' | 'Bolus' | 'Patency' | 'Suspended' | 'Stopped' | 'SelfTest';
export type Priority = 'None' | 'Low' | 'Medium' | 'High';
export type AlarmResponse = 'Continue' | 'PatencyRate' | 'Stop';

export interface Status {
  readonly state: PumpState;
  readonly priority: Priority;
  readonly delivers: boolean;
  readonly alarmForbids: boolean;
  readonly therapyOrdered: boolean;
  readonly therapyWaits: boolean;
  readonly sessionOpen: boolean;
  readonly drugKnown: boolean;
  readonly cytotoxic: boolean;
  readonly scanAccepted: boolean;
  readonly memoryKept: boolean;
  readonly clockTrusted: boolean;
  readonly alarmsStanding: number;
  /** Null: unknown; so everywhere below. */
  readonly batteryPermille: number | null;
  readonly orderedNlPerHour: number;
  readonly therapyNlPerHour: number;
  readonly measuredNlPerHour: number | null;
  readonly orderedNl: number;
  readonly meteredNl: number;
  readonly missedNl: number;
  readonly bolusLeftNl: number;
  readonly therapyLeftSeconds: number;
  readonly reservoirNl: number | null;
  /** Null: it does not run dry at this rate. */
  readonly dryInMinutes: number | null;
  readonly utcSeconds: number | null;
  readonly upSeconds: number;
  readonly orderChanges: number;
}

export type Patency = 'Unknown' | 'Open' | 'Narrowed10' | 'PulseLost' | 'Narrowed30' | 'Narrowed100' | 'AirInLine' | 'Occluded' | 'Disconnected';

/** What the pump's sensors say. */
export interface Measurements {
  readonly patency: Patency;
  readonly chamberPa: number | null;
  readonly catheterMeanPa: number | null;
  readonly pulsePa: number | null;
  readonly reservoirPa: number | null;
  readonly ambientPa: number | null;
  readonly drugMilliC: number | null;
  readonly boardMilliC: number | null;
  readonly altitudeM: number | null;
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

export interface Segment {
  readonly startMinute: number;
  readonly nlPerHour: number;
}

export interface Therapy {
  readonly durationHours: number;
  readonly resumeWithinMinutes: number;
  readonly patencyNlPerHour: number;
  readonly segments: readonly Segment[];
}

/** The therapy that holds in the pump. */
export interface RunningTherapy extends Therapy {
  readonly leftSeconds: number;
  readonly doseUgPerDay: number;
}

export type DrugNature = 'Unknown' | 'Carrier' | 'Cytotoxic';

export interface Drug {
  readonly id: number;
  readonly nature: DrugNature;
  readonly ugPerMl: number;
  readonly name: string;
}

export interface DoseLimits {
  readonly weightG: number;
  readonly ugPerDay: number;
  readonly ugPerKgPerDay: number;
}

export interface DrugInPump extends Drug, DoseLimits {
  readonly scanAccepted: boolean;
  readonly acceptedAtUtcSeconds: number | null;
}

/** Of one field of an order, in the field's unit, as the pump has it. */
export interface Limit {
  readonly hardLow: number;
  readonly softLow: number;
  readonly softHigh: number;
  readonly hardHigh: number;
}

export interface LogEntry {
  readonly log: 'events' | 'faults';
  readonly number: number;
  /** UTC of the pump, or seconds since that start when it had no clock. */
  readonly atSeconds: number;
  readonly clock: boolean;
  readonly event: string;
  readonly first: number;
  readonly second: number;
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
