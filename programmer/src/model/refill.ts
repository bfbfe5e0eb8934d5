import { residualNl } from '../protocol/gatt';

const msPerHour = 3_600_000;
const msPerDay = 24 * msPerHour;

/** The worst that a pump of this kind is known to over-deliver: 14.5 %, the tolerance of the best known programmable one. */
const worstFlow = 1.145;

const amberFraction = 0.1;
const redFraction = 0.15;

/** good: within 10 %; amber: within 15 %; red: beyond, where the pump raises ResidualMismatch. */
export type Judgement = 'good' | 'amber' | 'red';

/** What a pump delivered since it was filled, by what is left, against what was ordered. */
export interface Accuracy {
  readonly measuredNl: number;
  readonly measuredNlPerDay: number;
  /** 0.05: 5 % too much. */
  readonly errorFraction: number;
  readonly judgement: Judgement;
}

/** (filled - left) / days, against what was ordered in them. Null when the numbers make no sense: no time, nothing ordered, more left than was filled. */
export function accuracyOf(fillNl: number, leftNl: number, days: number, orderedNl: number): Accuracy | null {
  if (!(days > 0) || !(orderedNl > 0) || leftNl > fillNl || leftNl < 0) {
    return null;
  }

  const measuredNl = fillNl - leftNl;
  const error = measuredNl / orderedNl - 1;
  const size = Math.abs(error);
  return {
    measuredNl,
    measuredNlPerDay: measuredNl / days,
    errorFraction: error,
    judgement: size <= amberFraction ? 'good' : size <= redFraction ? 'amber' : 'red',
  };
}

/**
 * When the reservoir is to be filled again at the latest, should the pump deliver as much too much as is known of any: (volume - what
 * cannot be delivered - margin) / (rate x 1.145). Null when nothing flows; now when there is not enough.
 */
export function refillAtMs(reservoirNl: number, nlPerHour: number, marginNl: number, nowMs: number): number | null {
  if (nlPerHour <= 0) {
    return null;
  }

  return nowMs + (Math.max(0, reservoirNl - residualNl - marginNl) / (nlPerHour * worstFlow)) * msPerHour;
}

/** When it is empty as ordered; null when nothing flows. */
export function dryAtMs(reservoirNl: number, nlPerHour: number, nowMs: number): number | null {
  return nlPerHour <= 0 ? null : nowMs + (Math.max(0, reservoirNl - residualNl) / nlPerHour) * msPerHour;
}

export function daysBetween(fromMs: number, toMs: number): number {
  return (toMs - fromMs) / msPerDay;
}
