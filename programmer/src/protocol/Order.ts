import type { DoseLimits, Drug, Therapy } from './PumpValues';

/** What a person may ask the pump to change, in the numbers that go over the air. */
export type Order =
  | { readonly kind: 'therapy'; readonly therapy: Therapy }
  | { readonly kind: 'bolus'; readonly bolus: 'Flush' | 'PerfusionTest'; readonly volumeNl: number; readonly nlPerHour: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'refill'; readonly fillNl: number; readonly drawnOutNl: number | null }
  | { readonly kind: 'drug'; readonly drug: Drug }
  | { readonly kind: 'limits'; readonly limits: DoseLimits }
  | { readonly kind: 'scan'; readonly accepted: boolean }
  | { readonly kind: 'calibration'; readonly calibration: Calibration }
  | { readonly kind: 'clock'; readonly utcSeconds: number };

export interface Calibration {
  readonly complianceFlPerPa: number;
  readonly compliancePpmPerC: number;
  readonly atMilliC: number;
  /** 0: unknown. */
  readonly flowGainPpm: number;
  readonly flowGainPpmPerC: number;
}

/**
 * Why the pump refused: code, verdict and field by their names in gatt.json, number and limit in the field's unit. Codes of this side:
 * NoSession, nothing was sent; Unclear, the pump has started again since and can no longer say what became of it.
 */
export interface Reason {
  readonly code: string;
  readonly verdict: string | null;
  readonly field: string | null;
  readonly number: number;
  readonly limit: number;
}
