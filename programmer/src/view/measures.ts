import { texts } from '../texts/texts';
import { fixed } from './format';

/** How a number of the pump is shown and typed. */
export interface Measure {
  readonly unit: string;
  readonly digits: number;
  /** In the pump's own unit for one of the shown unit. */
  readonly perUnit: number;
  /** Which way a typed number is rounded; the pump knows whole numbers only. */
  readonly round: 'down' | 'nearest';
}

const unit = texts.unit;

/** Rates, volumes and limits are rounded towards less drug. */
export const measures = {
  mlPerDay: { unit: unit.mlPerDay, digits: 3, perUnit: 1_000_000 / 24, round: 'down' },
  mlPerHour: { unit: unit.mlPerHour, digits: 3, perUnit: 1_000_000, round: 'down' },
  ml: { unit: unit.ml, digits: 3, perUnit: 1_000_000, round: 'down' },
  days: { unit: unit.days, digits: 2, perUnit: 24, round: 'nearest' },
  hours: { unit: unit.hours, digits: 0, perUnit: 1, round: 'nearest' },
  minutes: { unit: unit.minutes, digits: 0, perUnit: 1, round: 'nearest' },
  mgPerMl: { unit: unit.mgPerMl, digits: 3, perUnit: 1_000, round: 'nearest' },
  kg: { unit: unit.kg, digits: 1, perUnit: 1_000, round: 'down' },
  mgPerDay: { unit: unit.mgPerDay, digits: 2, perUnit: 1_000, round: 'down' },
  mgPerKgPerDay: { unit: unit.mgPerKgPerDay, digits: 3, perUnit: 1_000, round: 'down' },
  celsius: { unit: unit.celsius, digits: 1, perUnit: 1_000, round: 'nearest' },
  nlPerKPa: { unit: unit.nlPerKPa, digits: 2, perUnit: 1_000, round: 'nearest' },
  percent: { unit: unit.percent, digits: 2, perUnit: 10_000, round: 'nearest' },
  percentPerC: { unit: unit.percentPerC, digits: 3, perUnit: 10_000, round: 'nearest' },
  seconds: { unit: unit.second, digits: 0, perUnit: 1, round: 'nearest' },
  count: { unit: '', digits: 0, perUnit: 1, round: 'nearest' },
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

// Binary fractions of decimal numbers lie a little below what was typed: 6.46 * 1000 is 6459.999... in other cases.
const slack = 1e-6;

export function measureOf(field: string): Measure {
  return ofField[field] ?? measures.count;
}

/** The pump's number of a typed one. */
export function toWire(measure: Measure, typed: number): number {
  const exact = typed * measure.perUnit;
  return measure.round === 'down' ? Math.floor(exact + slack) : Math.round(exact);
}

/** A pump's number as it is typed: no unit. */
export function typed(measure: Measure, wire: number): string {
  return (wire / measure.perUnit).toFixed(measure.digits);
}

/** A pump's number with its unit. */
export function shown(measure: Measure, wire: number): string {
  const number = fixed(wire / measure.perUnit, measure.digits);
  return measure.unit === '' ? number : `${number} ${measure.unit}`;
}
