import { describe, expect, it } from 'vitest';
import { decimate } from '../../src/view/curves/decimate';

const many = 100_000;
const xs = Array.from({ length: many }, (_, i) => i);
const ys = xs.map((x) => (x === 54_321 ? 1_000 : x === 54_400 ? -1_000 : Math.sin(x / 50)));

describe('decimate', () => {
  it('keeps every peak of a hundred thousand points', () => {
    const [kept = []] = decimate({ xs, ys: [ys] }, 0, many, 500).ys;
    expect(kept).toContain(1_000);
    expect(kept).toContain(-1_000);
  });

  it('leaves at most two points for each column of the picture', () => {
    const seen = decimate({ xs, ys: [ys] }, 0, many, 500);
    expect(seen.xs.length).toBeLessThanOrEqual(1_000);
    expect(seen.ys[0]?.length).toBe(seen.xs.length);
  });

  it('keeps the axis ascending', () => {
    const seen = decimate({ xs, ys: [ys] }, 777, 66_666, 300).xs;
    expect(seen.every((x, i) => i === 0 || x > (seen[i - 1] ?? x))).toBe(true);
  });

  it('shows few points as they are, with one neighbour on each side', () => {
    expect(decimate({ xs, ys: [ys] }, 10, 14, 500).xs).toEqual([9, 10, 11, 12, 13, 14]);
  });

  it('leaves a gap where nothing was known', () => {
    const seen = decimate({ xs, ys: [xs.map((x) => (x >= 20_000 && x < 60_000 ? null : 1))] }, 0, many, 100);
    expect(seen.ys[0]).toContain(null);
    expect(seen.ys[0]?.filter((y) => y === null).length).toBeGreaterThan(70);
  });

  it('shows nothing of nothing', () => {
    expect(decimate({ xs: [], ys: [[]] }, 0, 1, 100)).toEqual({ xs: [], ys: [[]] });
  });
});
