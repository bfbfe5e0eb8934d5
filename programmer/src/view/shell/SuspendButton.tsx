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
  const status = pump.status.value?.value;

  if (status === undefined) {
    return null;
  }

  const delivers = status.state === 'Infusing' || status.state === 'Bolus' || status.state === 'Patency';
  const waits = status.therapyOrdered && status.therapyLeftSeconds > 0 && (status.state === 'Suspended' || status.state === 'Patency');

  return (
    <span class="suspend">
      {waits && <a class="button" href={hashOf('prescribe')}>{texts.suspend.resume}</a>}
      {delivers && (
        <button type="button" class="stop" disabled={pending.value || whyNoCommand(pump) !== null} onClick={() => ask(() => pump.suspend())}>
          <span aria-hidden="true">■</span> {pending.value ? texts.suspend.pending : texts.suspend.button}
        </button>
      )}
      {delivers && pump.connection.value.kind === 'connected' && pump.authority.value.kind !== 'open' && <span class="hint">{texts.suspend.needsSession}</span>}
      {said.value !== null && <span role="alert" class="wrong">{said.value}</span>}
    </span>
  );
}
