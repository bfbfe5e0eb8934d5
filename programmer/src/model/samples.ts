import type { Dated, Measurements, Sample, Status } from './Values';

const most = 3_600;
const freshMs = 3_000;

// A status is told once a second, a little earlier or later; a simulated pump may be told to hurry.
const apartMs = 800;

/** A point of the curves. What was measured longer ago than 3 s is not drawn as if it were of now. */
export function sampleOf(atMs: number, status: Status, measurements: Dated<Measurements> | null): Sample {
  const fresh = measurements !== null && atMs - measurements.atMs <= freshMs ? measurements.value : null;
  return {
    atMs,
    orderedNlPerHour: status.orderedNlPerHour,
    measuredNlPerHour: status.measuredNlPerHour,
    catheterMeanPa: fresh?.catheterMeanPa ?? null,
    pulsePa: fresh?.pulsePa ?? null,
    chamberPa: fresh?.chamberPa ?? null,
    drugMilliC: fresh?.drugMilliC ?? null,
  };
}

/** One point a second, for at most an hour. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const sinceMs = sample.atMs - (samples.at(-1)?.atMs ?? -Infinity);
  return sinceMs >= 0 && sinceMs < apartMs ? samples : [...samples.slice(samples.length >= most ? 1 - most : 0), sample];
}
