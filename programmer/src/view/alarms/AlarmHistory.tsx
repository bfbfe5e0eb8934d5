import { useComputed } from '@preact/signals';
import { texts } from '../../texts/texts';
import { EventTable } from '../history/EventTable';
import { ExportControls } from '../history/ExportControls';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';

const ofAlarms: ReadonlySet<string> = new Set(['AlarmRaised', 'AlarmCleared', 'AlarmEscalated', 'SupervisorStopped', 'RecordDamaged', 'Acknowledged', 'AudioPaused']);

/** What stood before: the log's alarms, and who answered. */
export function AlarmHistory() {
  const pump = usePump();
  const entries = useComputed(() => pump.log.value.filter((entry) => ofAlarms.has(entry.event)));

  return (
    <Panel title={texts.alarms.history} wide>
      <ExportControls logs={['faults']} />
      <EventTable entries={entries.value} />
    </Panel>
  );
}
