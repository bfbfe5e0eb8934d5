import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { texts } from '../../texts/texts';
import { alarmText } from '../alarms/alarmText';
import { usePump } from '../Pump';

/** Tells those who hear the page: alarms at once, link and state when there is a pause. */
export function Announcer() {
  const pump = usePump();
  const urgent = useSignal('');
  const calm = useSignal('');
  const told = useRef<ReadonlySet<string>>(new Set());

  useSignalEffect(() => {
    const standing = pump.alarms.value?.value ?? [];
    const raised = standing.filter((alarm) => !told.current.has(`${alarm.id} ${alarm.instance}`));
    told.current = new Set(standing.map((alarm) => `${alarm.id} ${alarm.instance}`));

    if (raised.length > 0) {
      urgent.value = raised.map((alarm) => texts.alarms.announced(texts.priority[alarm.priority], alarmText(alarm.id))).join('. ');
    }
  });

  useSignalEffect(() => {
    const link = pump.connection.value.kind;
    const state = pump.status.value?.value.state;
    calm.value = `${texts.link.announced[link]}${state === undefined ? '' : `. ${texts.state[state]}`}`;
  });

  return (
    <>
      <div class="unseen" aria-live="assertive" aria-atomic="true">{urgent.value}</div>
      <div class="unseen" aria-live="polite" aria-atomic="true">{calm.value}</div>
    </>
  );
}
