/** How the reservoir's pressure answered a filling. */
export type PocketJudgement = 'rises' | 'weak' | 'none';

// The bellows of the reference board stiffens by 100 Pa for each mL (docs/plant.md, reservoir.paPerMl, an assumption). Half of it is
// what sensor, posture and a stiffer or softer bellows may take; below 15 Pa/mL nothing distinguishes it from a filling that went elsewhere.
const risesPaPerMl = 50;
const nothingPaPerMl = 15;

/** Whether a filling went into the reservoir: a full bellows presses more than an empty one, and tissue beside the pump does not press on it. */
export function pocketFill(paPerMl: number): PocketJudgement {
  return paPerMl >= risesPaPerMl ? 'rises' : paPerMl >= nothingPaPerMl ? 'weak' : 'none';
}
