import { usePump } from '../Pump';
import { BolusForm } from './BolusForm';
import { BolusRunning } from './BolusRunning';

/** A volume at once: a flush of the catheter, or a test of perfusion. */
export function BolusScreen() {
  const left = usePump().status.value?.value.bolusLeftNl ?? 0;
  return <>{left > 0 && <BolusRunning />}<BolusForm /></>;
}
