import { useSignal } from '@preact/signals';
import { texts } from '../../texts/texts';
import { dose, rowsOf } from '../change/rows';
import { whyNoChange } from '../may';
import { usePump } from '../Pump';
import { Notice } from './Notice';
import { Panel } from './Panel';
import { useOutcome } from './useOutcome';

/** Going on with a therapy that was halted: first what the pump itself says that it would go on with, then a second press. */
export function ResumePanel() {
  const pump = usePump();
  const asked = useSignal(false);
  const { pending, said, ask } = useOutcome();
  const status = pump.status.value?.value;
  const therapy = pump.therapy.value?.value ?? null;
  const why = whyNoChange(pump);
  const words = texts.suspend;

  if (status === undefined || !status.therapyOrdered || status.therapyLeftSeconds === 0 || (status.state !== 'Suspended' && status.state !== 'Patency')) {
    return null;
  }

  return (
    <Panel title={words.title} wide>
      <p>{words.halted(texts.state[status.state])}</p>
      {asked.value && therapy !== null && (
        <>
          <p><strong>{words.goesOnWith}</strong></p>
          <dl>
            {rowsOf({ kind: 'therapy', therapy }, pump).map((row) => <div key={row.label} class="reading"><dt>{row.label}</dt><dd>{row.before}</dd></div>)}
            <div class="reading"><dt>{texts.order.dose}</dt><dd>{dose(therapy.doseUgPerDay, pump.drug.value?.value.weightG ?? 0)}</dd></div>
          </dl>
        </>
      )}
      {status.alarmForbids && <Notice tone="warning"><p>{words.alarmForbids}</p></Notice>}
      {said.value !== null && <Notice tone="bad"><p role="alert">{said.value}</p></Notice>}
      {why !== null && <Notice tone="info"><p>{why}</p></Notice>}
      <div class="actions">
        {/* What a second press at the same place meets is the way back. */}
        {asked.value
          ? <button type="button" onClick={() => { asked.value = false; }}>{words.stay}</button>
          : <button type="button" disabled={why !== null || therapy === null} onClick={() => { asked.value = true; }}>{words.resume}</button>}
        {asked.value && (
          <button type="button" class="primary" disabled={pending.value || why !== null || therapy === null} onClick={() => ask(() => pump.resume())}>
            {pending.value ? texts.outcome.pending : words.confirm}
          </button>
        )}
      </div>
    </Panel>
  );
}
