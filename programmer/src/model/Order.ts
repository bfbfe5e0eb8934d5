import type { DoseLimits, Drug, Therapy } from './Values';

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

/** What the pump has understood: this, decoded from its own bytes, is what a person confirms. */
export interface Echo {
  readonly order: Order;
  readonly needsConfirmation: boolean;
  readonly doseChanges: boolean;
  readonly endsTherapy: boolean;
  readonly cytotoxic: boolean;
  /** The number that is unusual, and where the usual range ends; null when none is. */
  readonly unusual: { readonly field: string; readonly limit: number } | null;
  readonly doseBeforeUgPerDay: number;
  readonly doseAfterUgPerDay: number;
  /** When the pump forgets it, in the page's own time. */
  readonly endsAtMs: number;
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

/** The one change that is under way. */
export type Change =
  | { readonly kind: 'idle' }
  | { readonly kind: 'staging'; readonly order: Order }
  | { readonly kind: 'staged'; readonly order: Order; readonly echo: Echo }
  | { readonly kind: 'committing'; readonly echo: Echo }
  /** notKept: done, but the pump's memory has not taken it, and a loss of power may undo it. */
  | { readonly kind: 'confirmed'; readonly echo: Echo; readonly atMs: number; readonly notKept?: true }
  | { readonly kind: 'refused'; readonly order: Order; readonly reason: Reason }
  /** The echo is not what was sent: never confirmed. */
  | { readonly kind: 'differs'; readonly order: Order; readonly echo: Echo }
  | { readonly kind: 'expired'; readonly order: Order }
  /** Link or session lost in between: nothing else may be changed until the pump was asked what holds. */
  | { readonly kind: 'unknown'; readonly order: Order; readonly wasCommitted: boolean };
