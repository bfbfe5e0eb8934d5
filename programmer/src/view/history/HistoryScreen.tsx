import { useComputed, useSignal } from '@preact/signals';
import type { LogFile } from '../../model/logFile';
import { texts } from '../../texts/texts';
import { dateTime } from '../format';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';
import { EventTable } from './EventTable';
import { ExportControls } from './ExportControls';
import { FileControls } from './FileControls';
import { everything, matches, type Filter } from './filter';
import { FilterForm } from './FilterForm';
import { HourCurves } from './HourCurves';

/** What happened: fetched from the pump, or read from a file that was saved before. */
export function HistoryScreen() {
  const pump = usePump();
  const imported = useSignal<LogFile | null>(null);
  const filter = useSignal<Filter>(everything);
  const entries = useComputed(() => imported.value?.entries ?? pump.log.value);
  const kept = useComputed(() => entries.value.filter((entry) => matches(filter.value, entry)));
  const words = texts.history;

  return (
    <>
      <Panel title={words.source} wide>
        <ExportControls logs={['events', 'faults']} />
        <FileControls entries={entries.value} imported={imported} />
        {imported.value !== null && <Notice tone="warning"><p>{words.fromFile(imported.value.serial, dateTime(imported.value.savedAtMs))}</p></Notice>}
      </Panel>
      <Panel title={words.hours} wide><HourCurves entries={entries.value} /></Panel>
      <Panel title={words.events} wide>
        <FilterForm filter={filter} />
        <p class="hint" role="status">{words.count(kept.value.length, entries.value.length)}</p>
        <EventTable entries={kept.value} />
      </Panel>
    </>
  );
}
