import type { Dated, Measurements, Sample, Status } from './Values';

const most = 3_600;
const freshMs = 3_000;

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

/** At most an hour of points. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  return [...samples.slice(samples.length >= most ? 1 - most : 0), sample];
}
