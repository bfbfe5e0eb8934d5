import type uPlot from 'uplot';
import { date, time } from '../format';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Times of the lower axis: as fine as the grid, always with 24 hours. */
export function timeLabels(_: uPlot, splits: number[], __: number, ___: number, stepMs: number): string[] {
  return splits.map((at) => stepMs >= dayMs ? date(at).slice(5) : stepMs >= minuteMs ? time(at).slice(0, 5) : time(at));
}

/** A colour of the style sheet, so that curves follow light and dark. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The upper and lower edge of a picture: some room, and never a line blown up until noise fills it. */
export function rangeOf(leastSpan: number, fromZero: boolean): uPlot.Range.Function {
  return (_, low, high) => {
    const bottom = fromZero ? Math.min(0, low ?? 0) : low ?? 0;
    const top = Math.max(high ?? 0, bottom + leastSpan);
    const room = (top - bottom) * 0.08;
    return [fromZero && bottom === 0 ? 0 : bottom - room, top + room];
  };
}
