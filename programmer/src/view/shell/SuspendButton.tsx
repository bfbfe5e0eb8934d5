import { texts } from '../../texts/texts';
import { whyNoCommand } from '../may';
import { hashOf } from '../routes';
import { useOutcome } from '../parts/useOutcome';
import { usePump } from '../Pump';

/**
 * One press, on every screen. Stopping is the safe direction: what is not given can be given later, and an overdose cannot be taken
 * back. That an artery without flow clots takes hours, and the pump calls long before. Going on takes two steps.
 */
export function SuspendButton() {
  const pump = usePump();
  const { pending, said, ask } = useOutcome();
  const state = pump.status.value?.value.state;

  if (state === 'Suspended' || (state === 'Patency' && pump.status.value?.value.therapyOrdered === true)) {
    return <a class="button" href={hashOf('prescribe')}>{texts.suspend.resume}</a>;
  }

  if (state !== 'Infusing' && state !== 'Bolus' && state !== 'Patency') {
    return null;
  }

  return (
    <span class="suspend">
      <button type="button" class="stop" disabled={pending.value || whyNoCommand(pump) !== null} onClick={() => ask(() => pump.suspend())}>
        <span aria-hidden="true">■</span> {pending.value ? texts.suspend.pending : texts.suspend.button}
      </button>
      {said.value !== null && <span role="alert" class="wrong">{said.value}</span>}
    </span>
  );
}
