import { useMemo } from 'preact/hooks';
import type { LogEntry } from '../../model/Values';
import { texts } from '../../texts/texts';
import { Curve } from '../curves/Curve';
import type { Columns } from '../curves/decimate';
import type { CurveShape } from '../curves/options';
import { fixed } from '../format';

const { history: words, overview, unit } = texts;
const nlPerUl = 1_000;

const shape: CurveShape = {
  unit: `${unit.ul}/${unit.hour}`, leastSpan: 10, fromZero: true, dated: true, series: [
    { label: overview.ordered, colour: '--ink', dash: [6, 4], digits: 1, stepped: true },
    { label: overview.measured, colour: '--accent', digits: 1 },
  ],
};

/** What was ordered and metered in each hour. */
export function HourCurves({ entries }: { readonly entries: readonly LogEntry[] }) {
  const { columns, said } = useMemo(() => hours(entries), [entries]);

  return columns.xs.length === 0 ? <p class="unknown">{words.noHours}</p>
    : <Curve title={words.hourTitle} said={said} shape={shape} columns={columns} zoomable />;
}

function hours(entries: readonly LogEntry[]): { readonly columns: Columns; readonly said: string } {
  const rows = entries.filter((entry) => entry.event === 'HourPassed' && entry.clock).toSorted((a, b) => a.atSeconds - b.atSeconds);
  const ordered = rows.map((row) => row.first / nlPerUl);
  const metered = rows.map((row) => row.second / nlPerUl);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / 1_000;
  return {
    columns: { xs: rows.map((row) => row.atSeconds * 1_000), ys: [ordered, metered] },
    said: words.hoursSaid(rows.length, `${fixed(sum(ordered), 2)} ${unit.ml}`, `${fixed(sum(metered), 2)} ${unit.ml}`),
  };
}
