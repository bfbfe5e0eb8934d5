import type { Order } from '../../model/Order';
import type { PumpModel } from '../../model/PumpModel';
import type { DoseLimits, Drug, Therapy } from '../../model/Values';
import { texts } from '../../texts/texts';
import { clock, dateTime, duration, fixed, mg, ml, mlPerDay, mlPerHour } from '../format';
import { measureOf, shown } from '../measures';

/** A line of the comparison: what holds in the pump, and what would. Null: there is nothing. */
export interface Row {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

const { unit, order: words, common } = texts;

/** Everything that an order says, beside what the pump says of now. */
export function rowsOf(order: Order, pump: PumpModel): readonly Row[] {
  switch (order.kind) {
    case 'therapy': return pair(therapyRows(pump.therapy.value?.value ?? null), therapyRows(order.therapy));
    case 'end': return pair(therapyRows(pump.therapy.value?.value ?? null), [[words.therapy, words.none]]);
    case 'bolus': return pair([], [
      [words.kind, texts.bolus.kinds[order.bolus]],
      [words.volume, `${ml(order.volumeNl)} ${unit.ml}`],
      [words.rate, `${mlPerHour(order.nlPerHour)} ${unit.mlPerHour}`],
      [words.takes, duration(order.volumeNl / order.nlPerHour * 3_600)],
    ]);
    case 'refill': return pair(
      [[words.reservoir, known(pump.status.value?.value.reservoirNl ?? null, (nl) => `${ml(nl)} ${unit.ml}`)]],
      [[words.reservoir, `${ml(order.fillNl)} ${unit.ml}`],
        [words.drawnOut, order.drawnOutNl === null ? words.notMeasured : `${ml(order.drawnOutNl)} ${unit.ml}`]]);
    case 'drug': return pair(drugRows(pump.drug.value?.value ?? null), drugRows(order.drug));
    case 'limits': return pair(limitRows(pump.drug.value?.value ?? null), limitRows(order.limits));
    case 'scan': return pair(
      [[words.scan, scanWord(pump.drug.value?.value.scanAccepted ?? null)]], [[words.scan, scanWord(order.accepted)]]);
    case 'clock': return pair(
      [[words.clock, known(pump.status.value?.value.utcSeconds ?? null, (s) => dateTime(s * 1_000))]], [[words.clock, dateTime(order.utcSeconds * 1_000)]]);
    case 'calibration': return pair([], [
      [words.compliance, shown(measureOf('ChamberCompliance'), order.calibration.complianceFlPerPa)],
      [words.complianceChange, shown(measureOf('ComplianceChange'), order.calibration.compliancePpmPerC)],
      [words.atTemperature, shown(measureOf('CalibrationTemperature'), order.calibration.atMilliC)],
      [words.flowGain, order.calibration.flowGainPpm === 0 ? common.unknown : shown(measureOf('FlowGain'), order.calibration.flowGainPpm)],
      [words.flowGainChange, shown(measureOf('FlowGainChange'), order.calibration.flowGainPpmPerC)],
    ]);
  }
}

/** The dose of a day as lines of the comparison, the second for each kilogram when the weight is known. Null: there is none. */
export function doseRows(beforeUg: number | null, afterUg: number | null, weightG: number): readonly Row[] {
  const perDay = (ug: number | null) => ug === null ? null : `${mg(ug)} ${unit.mgPerDay}`;
  const perKg = (ug: number | null) => ug === null ? null : `${perKilogram(ug, weightG)} ${unit.mgPerKgPerDay}`;
  const day: Row = { label: words.dose, before: perDay(beforeUg), after: perDay(afterUg) };
  return weightG === 0 ? [day] : [day, { label: words.dosePerKg, before: perKg(beforeUg), after: perKg(afterUg) }];
}

/** The dose of a day in one line. */
export function dose(ugPerDay: number, weightG: number): string {
  // A line may be broken between the two, and nowhere else: none ends with half of a dose.
  const perDay = `${mg(ugPerDay)}${noBreak}${unit.mgPerDay}`;
  return weightG === 0 ? perDay : `${perDay} (${perKilogram(ugPerDay, weightG)}${noBreak}${unit.mgPerKgPerDay})`;
}

// ug/day for each g are mg/day for each kg.
function perKilogram(ugPerDay: number, weightG: number): string {
  return fixed(ugPerDay / weightG, 3);
}

const noBreak = '\u00a0';

type Line = readonly [label: string, value: string];

function pair(before: readonly Line[], after: readonly Line[]): readonly Row[] {
  const labels = [...new Set([...before, ...after].map(([label]) => label))];
  const find = (lines: readonly Line[], wanted: string) => lines.find(([label]) => label === wanted)?.[1] ?? null;
  return labels.map((label) => ({ label, before: find(before, label), after: find(after, label) }));
}

function therapyRows(therapy: Therapy | null): readonly Line[] {
  return therapy === null ? [[words.therapy, words.none]] : [
    ...therapy.segments.map((segment, i): Line => [
      therapy.segments.length === 1 ? words.rate : words.segment(i + 1),
      therapy.segments.length === 1 ? `${mlPerDay(segment.nlPerHour)} ${unit.mlPerDay}`
        : `${words.from(clock(segment.startMinute))} ${mlPerDay(segment.nlPerHour)} ${unit.mlPerDay}`,
    ]),
    [words.duration, `${therapy.durationHours} ${unit.hour} (${duration(therapy.durationHours * 3_600)})`],
    [words.patencyRate, `${mlPerDay(therapy.patencyNlPerHour)} ${unit.mlPerDay}`],
    [words.resumeWithin, therapy.resumeWithinMinutes === 0 ? words.neverAlone : `${therapy.resumeWithinMinutes} ${unit.minute}`],
  ];
}

function drugRows(drug: Drug | null): readonly Line[] {
  return drug === null ? [] : [
    [words.drug, drug.name === '' ? common.unknown : drug.name],
    [words.drugId, String(drug.id)],
    [words.nature, texts.nature[drug.nature]],
    [words.concentration, shown(measureOf('Concentration'), drug.ugPerMl)],
  ];
}

function limitRows(limits: DoseLimits | null): readonly Line[] {
  return limits === null ? [] : [
    [words.weight, shown(measureOf('PatientWeight'), limits.weightG)],
    [words.doseLimit, shown(measureOf('DoseLimit'), limits.ugPerDay)],
    [words.doseLimitPerKg, shown(measureOf('DosePerKgLimit'), limits.ugPerKgPerDay)],
  ];
}

function known(value: number | null, show: (value: number) => string): string {
  return value === null ? common.unknown : show(value);
}

function scanWord(accepted: boolean | null): string {
  return accepted === null ? common.unknown : accepted ? words.accepted : words.notAccepted;
}
