import { signal, type Signal } from '@preact/signals';
import type { PumpModel } from '../../model/PumpModel';
import { measures } from '../measures';
import { numberField, type NumberFieldState } from '../parts/numberField';

/** The steps of a refill, in their order. */
export const steps = ['identify', 'empty', 'fill', 'drug', 'commit', 'rinse'] as const;
export type Step = (typeof steps)[number];

/** What is noted on the way through a refill. */
export interface RefillDraft {
  readonly step: Signal<Step>;
  readonly checked: Signal<boolean>;
  /** The volume that was put in last time, and how long ago, for the measured accuracy. */
  readonly lastFill: NumberFieldState;
  readonly days: NumberFieldState;
  readonly drawnOut: NumberFieldState;
  readonly fill: NumberFieldState;
  /** Pressure of the reservoir above the air's, empty and full; null until it was noted. */
  readonly emptyPa: Signal<number | null>;
  readonly fullPa: Signal<number | null>;
}

// A refill takes half an hour and is interrupted: looking at the alarms in between must not lose what was noted.
const drafts = new WeakMap<PumpModel, RefillDraft>();

/** The refill that is under way at this pump. */
export function refillDraft(pump: PumpModel): RefillDraft {
  const draft = drafts.get(pump) ?? begin(pump);
  drafts.set(pump, draft);
  return draft;
}

/** Forgets what was noted. */
export function beginAgain(pump: PumpModel): void {
  const draft = refillDraft(pump);
  [draft.lastFill, draft.days, draft.drawnOut, draft.fill].forEach((field) => { field.text.value = ''; field.touched.value = false; });
  draft.emptyPa.value = null;
  draft.fullPa.value = null;
  draft.checked.value = false;
  draft.step.value = 'identify';
}

/** Pressure that the reservoir has above the air's now; null when one of the two is unknown. */
export function gaugePa(pump: PumpModel): number | null {
  const now = pump.measurements.value?.value;
  return now === undefined || now.reservoirPa === null || now.ambientPa === null ? null : now.reservoirPa - now.ambientPa;
}

function begin(pump: PumpModel): RefillDraft {
  return {
    step: signal<Step>('identify'),
    checked: signal(false),
    lastFill: numberField(pump, '', { measure: measures.ml, optional: true }),
    days: numberField(pump, '', { measure: measures.days, optional: true }),
    drawnOut: numberField(pump, '', { limit: 'ResidualVolume', optional: true }),
    fill: numberField(pump, '', { limit: 'ReservoirFill' }),
    emptyPa: signal<number | null>(null),
    fullPa: signal<number | null>(null),
  };
}
