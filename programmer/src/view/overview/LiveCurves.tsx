import { useComputed } from '@preact/signals';
import type { Sample } from '../../model/Values';
import { texts } from '../../texts/texts';
import { Curve } from '../curves/Curve';
import type { Columns } from '../curves/decimate';
import type { CurveShape } from '../curves/options';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';

const { overview: words, unit } = texts;
const mlPerDayPerNlPerHour = 24 / 1_000_000;

const rates: CurveShape = {
  unit: unit.mlPerDay, leastSpan: 0.5, fromZero: true, series: [
    { label: words.ordered, colour: '--ink', dash: [6, 4], digits: 3, stepped: true },
    { label: words.measured, colour: '--accent', digits: 3 },
  ],
};

const pressures: CurveShape = {
  unit: unit.kPa, leastSpan: 5, series: [
    { label: words.catheterMean, colour: '--accent', digits: 2 },
    { label: words.pulse, colour: '--ink', dash: [2, 3], digits: 2 },
    { label: words.chamber, colour: '--ink-soft', dash: [8, 4], digits: 2 },
  ],
};

const temperature: CurveShape = { unit: unit.celsius, leastSpan: 1, series: [{ label: words.drugTemperature, colour: '--accent', digits: 1 }] };

/** The last hour of this connection. */
export function LiveCurves() {
  const pump = usePump();
  const columns = useComputed(() => {
    const samples = pump.samples.value;
    const xs = samples.map((sample) => sample.atMs);
    const of = (scale: number, pick: (sample: Sample) => number | null) => samples.map((sample) => scaled(pick(sample), scale));
    return {
      rates: { xs, ys: [of(mlPerDayPerNlPerHour, (s) => s.orderedNlPerHour), of(mlPerDayPerNlPerHour, (s) => s.measuredNlPerHour)] } satisfies Columns,
      pressures: { xs, ys: [of(0.001, (s) => s.catheterMeanPa), of(0.001, (s) => s.pulsePa), of(0.001, (s) => s.chamberPa)] } satisfies Columns,
      temperature: { xs, ys: [of(0.001, (s) => s.drugMilliC)] } satisfies Columns,
    };
  }).value;

  return (
    <Panel title={words.live} wide>
      <div class="curves">
        <Curve title={words.rates} said={words.curvesSaid} shape={rates} columns={columns.rates} />
        <Curve title={words.pressures} said={words.curvesSaid} shape={pressures} columns={columns.pressures} />
        <Curve title={words.temperature} said={words.curvesSaid} shape={temperature} columns={columns.temperature} />
      </div>
    </Panel>
  );
}

function scaled(value: number | null, scale: number): number | null {
  return value === null ? null : value * scale;
}
