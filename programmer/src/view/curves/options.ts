import type uPlot from 'uplot';
import { texts } from '../../texts/texts';
import { dateTime, fixed, time } from '../format';
import { colour, rangeOf, timeLabels } from './axes';

export interface CurveSeries {
  readonly label: string;
  /** Name of a custom property of the style sheet. */
  readonly colour: string;
  readonly dash?: number[];
  readonly digits: number;
  readonly stepped?: boolean;
}

export interface CurveShape {
  readonly series: readonly CurveSeries[];
  readonly unit: string;
  readonly leastSpan: number;
  readonly fromZero?: boolean;
  readonly dated?: boolean;
}

/** The plot of some curves with one unit. Curves differ by dash as well as by colour. */
export function optionsOf(shape: CurveShape, width: number, height: number, hooks: uPlot.Hooks.Arrays, stepped: uPlot.Series.PathBuilder): uPlot.Options {
  const ink = colour('--ink-soft');
  const grid = { stroke: colour('--line'), width: 1 };
  const axis = { stroke: ink, grid, ticks: grid, font: '12px system-ui, sans-serif' };

  return {
    width,
    height,
    ms: 1,
    hooks,
    padding: [8, 12, 0, 0],
    legend: { markers: { dash: (_, index) => shape.series[index - 1]?.dash === undefined ? 'solid' : 'dashed' } },
    cursor: { drag: { x: true, y: false, setScale: true }, points: { size: 6 } },
    scales: { x: { time: true }, y: { range: rangeOf(shape.leastSpan, shape.fromZero ?? false) } },
    axes: [
      { ...axis, values: timeLabels, space: 70 },
      { ...axis, size: 56, label: shape.unit, labelFont: '12px system-ui, sans-serif', labelSize: 18 },
    ],
    series: [
      { label: texts.curve.time, value: (plot, at, column, index) => show(pick(plot, at, column, index), (value) => shape.dated === true ? dateTime(value) : time(value)) },
      ...shape.series.map((row): uPlot.Series => ({
        label: row.label,
        stroke: colour(row.colour),
        width: 1.5,
        spanGaps: false,
        points: { show: false },
        value: (plot, value, column, index) => show(pick(plot, value, column, index), (known) => `${fixed(known, row.digits)} ${shape.unit}`),
        ...(row.dash === undefined ? {} : { dash: row.dash }),
        ...(row.stepped === true ? { paths: stepped } : {}),
      })),
    ],
  };
}

type Value = number | null | undefined;

// While nobody points at the picture its last value stands in the legend.
function pick(plot: uPlot, value: Value, column: number, index: Value): Value {
  return index === null || index === undefined ? plot.data[column]?.[plot.data[0].length - 1] : value;
}

function show(value: Value, say: (value: number) => string): string {
  return value === null || value === undefined ? texts.common.nothing : say(value);
}
