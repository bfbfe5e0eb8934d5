import { nlPerDayOf, nlPerHourOf } from '../model/dose';
import { texts } from '../texts/texts';
import { fixed } from './format';

/** How a number of the pump is shown and typed. */
export interface Measure {
  readonly unit: string;
  /** Shown. */
  readonly digits: number;
  /** Typed at most; the typed number then is a whole one of its finest unit. */
  readonly decimals: number;
  /** The pump's number of a whole one of the finest unit, and back; the same where these are left out. */
  readonly toPump?: (fine: number) => number;
  readonly toFine?: (wire: number) => number;
}

const unit = texts.unit;

/** A rate is typed in nL a day and ordered in nL an hour: rounded once, towards less drug. */
export const measures = {
  mlPerDay: { unit: unit.mlPerDay, digits: 3, decimals: 6, toPump: nlPerHourOf, toFine: nlPerDayOf },
  mlPerHour: { unit: unit.mlPerHour, digits: 3, decimals: 6 },
  ml: { unit: unit.ml, digits: 3, decimals: 6 },
  days: { unit: unit.days, digits: 2, decimals: 2 },
  hours: { unit: unit.hours, digits: 0, decimals: 0 },
  minutes: { unit: unit.minutes, digits: 0, decimals: 0 },
  mgPerMl: { unit: unit.mgPerMl, digits: 3, decimals: 3 },
  kg: { unit: unit.kg, digits: 1, decimals: 3 },
  mgPerDay: { unit: unit.mgPerDay, digits: 2, decimals: 3 },
  mgPerKgPerDay: { unit: unit.mgPerKgPerDay, digits: 3, decimals: 3 },
  celsius: { unit: unit.celsius, digits: 1, decimals: 3 },
  nlPerKPa: { unit: unit.nlPerKPa, digits: 2, decimals: 3 },
  percent: { unit: unit.percent, digits: 2, decimals: 4 },
  percentPerC: { unit: unit.percentPerC, digits: 3, decimals: 4 },
  seconds: { unit: unit.second, digits: 0, decimals: 0 },
  count: { unit: '', digits: 0, decimals: 0 },
} as const satisfies Record<string, Measure>;

/** The measure of each field of an order, by its name in gatt.json. */
const ofField: Record<string, Measure> = {
  TherapyRate: measures.mlPerDay,
  TherapyDuration: measures.hours,
  SegmentCount: measures.count,
  SegmentStart: measures.minutes,
  PatencyRate: measures.mlPerDay,
  FlushVolume: measures.ml,
  FlushRate: measures.mlPerHour,
  PerfusionTestVolume: measures.ml,
  PerfusionTestRate: measures.mlPerHour,
  ReservoirFill: measures.ml,
  ResumeWithin: measures.minutes,
  DrugId: measures.count,
  DrugNature: measures.count,
  Concentration: measures.mgPerMl,
  PatientWeight: measures.kg,
  DoseLimit: measures.mgPerDay,
  DosePerKgLimit: measures.mgPerKgPerDay,
  DailyDose: measures.mgPerDay,
  PerfusionScan: measures.count,
  ChamberCompliance: measures.nlPerKPa,
  WallClock: measures.seconds,
  ResidualVolume: measures.ml,
  BolusDayVolume: measures.ml,
  ComplianceChange: measures.percentPerC,
  CalibrationTemperature: measures.celsius,
  FlowGain: measures.percent,
  FlowGainChange: measures.percentPerC,
};

export function measureOf(field: string): Measure {
  return ofField[field] ?? measures.count;
}

/** A pump's number as whole one of what is typed at the finest. */
export function fineOf(measure: Measure, wire: number): number {
  return measure.toFine?.(wire) ?? wire;
}

/** A pump's number as it is typed: no unit. */
export function typed(measure: Measure, wire: number): string {
  return (fineOf(measure, wire) / 10 ** measure.decimals).toFixed(measure.digits);
}

/** A pump's number with its unit. */
export function shown(measure: Measure, wire: number): string {
  const number = fixed(fineOf(measure, wire) / 10 ** measure.decimals, measure.digits);
  return measure.unit === '' ? number : `${number} ${measure.unit}`;
}
