import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { texts } from '../../texts/texts';
import { isHeard } from '../age';
import { nowMs } from '../clock';
import { duration, ml, time } from '../format';
import { Panel } from '../parts/Panel';
import { Quantity } from '../parts/Quantity';
import { SuspendButton } from '../shell/SuspendButton';
import { usePump } from '../Pump';

/** A bolus on its way: how much and how long, by the pump's own count. */
export function BolusRunning() {
  const pump = usePump();
  const status = pump.status.value;
  const most = useSignal(0);
  const id = useId();
  const left = status?.value.bolusLeftNl ?? 0;
  const heard = isHeard(pump);
  const nlPerHour = status === null ? 0 : status.value.orderedNlPerHour - status.value.therapyNlPerHour;
  // Between two words of the pump the time runs on by itself; without its word it stands.
  const seconds = status === null || nlPerHour <= 0 ? null : left / nlPerHour * 3_600 - (heard ? (nowMs.value - status.atMs) / 1_000 : 0);
  const words = texts.bolus;

  useEffect(() => {
    most.value = Math.max(most.value, left);
  }, [left]);

  return (
    <Panel title={words.running} wide>
      <div class={heard ? 'running' : 'running stale'}>
        <p class="large" role="timer">{seconds === null ? texts.common.unknown : duration(seconds)}</p>
        <label for={id}>{words.left} <Quantity value={ml(left)} unit={texts.unit.ml} /></label>
        <progress id={id} max={Math.max(most.value, 1)} value={Math.max(0, most.value - left)} />
        {!heard && status !== null && <p class="dated">{texts.common.lastKnown(time(status.atMs))}</p>}
        <p class="hint">{words.stopMeans}</p>
        <SuspendButton />
      </div>
    </Panel>
  );
}
