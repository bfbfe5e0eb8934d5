/** Points of several curves over one ascending axis. */
export interface Columns {
  readonly xs: readonly number[];
  readonly ys: readonly (readonly (number | null)[])[];
}

/**
 * What of the points can be seen: inside the range, at most two for each bucket, which is a pixel's column. Of each bucket smallest and
 * largest stay, in their order, so that no peak is lost however many points there are; and one neighbour on each side, so that
 * lines leave the picture where they should.
 */
export function decimate(columns: Columns, from: number, to: number, buckets: number): Columns {
  const first = Math.max(0, below(columns.xs, from) - 1);
  const last = Math.min(columns.xs.length, below(columns.xs, to) + 1);

  if (last - first <= buckets * 2) {
    return { xs: columns.xs.slice(first, last), ys: columns.ys.map((values) => values.slice(first, last)) };
  }

  const edges = edgesOf(columns.xs, first, last, buckets);
  return {
    xs: edges.flatMap(([begin, end]) => end - begin === 1 ? [at(columns.xs, begin)] : [at(columns.xs, begin), at(columns.xs, end - 1)]),
    ys: columns.ys.map((values) => edges.flatMap(([begin, end]) => extremes(values, begin, end))),
  };
}

type Edge = readonly [begin: number, end: number];

// Buckets of equal time, as the picture has them; those without points are left out.
function edgesOf(xs: readonly number[], first: number, last: number, buckets: number): readonly Edge[] {
  const start = at(xs, first);
  const width = (at(xs, last - 1) - start) / buckets;
  const edges: Edge[] = [];
  let begin = first;

  for (let bucket = 1; bucket <= buckets && begin < last; bucket++) {
    const end = bucket === buckets ? last : Math.min(last, below(xs, start + width * bucket));

    if (end > begin) {
      edges.push([begin, end]);
      begin = end;
    }
  }

  return edges;
}

function extremes(values: readonly (number | null)[], begin: number, end: number): readonly (number | null)[] {
  if (end - begin === 1) {
    return [values[begin] ?? null];
  }

  let lowAt = -1;
  let highAt = -1;

  for (let i = begin; i < end; i++) {
    const value = values[i] ?? null;

    if (value !== null) {
      lowAt = lowAt < 0 || value < (values[lowAt] ?? value) ? i : lowAt;
      highAt = highAt < 0 || value > (values[highAt] ?? value) ? i : highAt;
    }
  }

  const low = lowAt < 0 ? null : values[lowAt] ?? null;
  const high = highAt < 0 ? null : values[highAt] ?? null;
  return lowAt <= highAt ? [low, high] : [high, low];
}

// The first that is not below the wanted one.
function below(xs: readonly number[], wanted: number): number {
  let low = 0;
  let high = xs.length;

  while (low < high) {
    const middle = (low + high) >> 1;

    if (at(xs, middle) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }

  return low;
}

function at(xs: readonly number[], index: number): number {
  return xs[index] ?? 0;
}
