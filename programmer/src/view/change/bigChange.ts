import type { Echo, Order } from '../../model/Order';
import type { PumpModel } from '../../model/PumpModel';
import { texts } from '../../texts/texts';
import { measureOf, measures, shown, type Measure } from '../measures';

/** From here on a change may be a slipped decimal point. */
const factor = 2;

/** A number that a person types once more, because it is so far from what it was. */
export interface Retyped {
  readonly label: string;
  readonly measure: Measure;
  readonly wire: number;
}

/** The number to be typed again; null when nothing changes by more than the factor. */
export function bigChange(echo: Echo, pump: PumpModel): Retyped | null {
  const found = candidates(echo.order, pump).find((row) => isFar(row.before, row.wire));
  const mostRate = candidates(echo.order, pump)[0];
  return found ?? (echo.order.kind === 'therapy' && isFar(echo.doseBeforeUgPerDay, echo.doseAfterUgPerDay) ? mostRate ?? null : null);
}

/** Whether what was typed shows as the number that the pump has understood. */
export function isSame({ measure, wire }: Retyped, again: number | null): boolean {
  return again !== null && shown(measure, again) === shown(measure, wire);
}

interface Candidate extends Retyped {
  readonly before: number;
}

function candidates(order: Order, pump: PumpModel): readonly Candidate[] {
  const therapy = pump.therapy.value?.value ?? null;
  const drug = pump.drug.value?.value ?? null;
  const words = texts.order;

  switch (order.kind) {
    case 'therapy': return [{
      label: words.highestRate, measure: measures.mlPerDay,
      wire: Math.max(...order.therapy.segments.map((segment) => segment.nlPerHour)),
      before: therapy === null ? 0 : Math.max(...therapy.segments.map((segment) => segment.nlPerHour)),
    }];
    case 'drug': return [{ label: words.concentration, measure: measureOf('Concentration'), wire: order.drug.ugPerMl, before: drug?.ugPerMl ?? 0 }];
    case 'limits': return [
      { label: words.weight, measure: measureOf('PatientWeight'), wire: order.limits.weightG, before: drug?.weightG ?? 0 },
      { label: words.doseLimit, measure: measureOf('DoseLimit'), wire: order.limits.ugPerDay, before: drug?.ugPerDay ?? 0 },
      { label: words.doseLimitPerKg, measure: measureOf('DosePerKgLimit'), wire: order.limits.ugPerKgPerDay, before: drug?.ugPerKgPerDay ?? 0 },
    ];
    default: return [];
  }
}

// From or to nothing is no factor: a first order has nothing to be far from, and the other way round nothing flows.
function isFar(before: number, after: number): boolean {
  return before > 0 && after > 0 && (after > before * factor || before > after * factor);
}
