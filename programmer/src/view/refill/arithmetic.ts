export type Judgement = 'good' | 'amber' | 'red';

export function accuracyOf(fillNl: number, drawnNl: number, expectedNl: number) {
  const bookedNl = fillNl - expectedNl;
  const measuredNl = fillNl - drawnNl;

  if (bookedNl <= 0) {
    return null;
  }

  const errorPercent = (measuredNl / bookedNl - 1) * 100;
  const judgement: Judgement = Math.abs(errorPercent) < 10 ? 'good' : Math.abs(errorPercent) < 15 ? 'amber' : 'red';
  return { bookedNl, measuredNl, errorPercent, judgement };
}

export function nextRefillMs(fillNl: number, nlPerHour: number, nowMs: number): number | null {
  return nlPerHour <= 0 ? null : nowMs + (fillNl - 2_000_000) / (nlPerHour * 1.145) * 3_600_000;
}

export function pocketFill(emptyPa: number, fullPa: number, filledNl: number): 'rises' | 'weak' | 'none' {
  const perMl = (fullPa - emptyPa) / (filledNl / 1_000_000);
  return perMl >= 50 ? 'rises' : perMl >= 15 ? 'weak' : 'none';
}
