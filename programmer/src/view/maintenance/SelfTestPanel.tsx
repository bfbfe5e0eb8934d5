import { texts } from '../../texts/texts';
import { dateTime, duration } from '../format';
import { eventText } from '../history/eventText';
import { ExportControls } from '../history/ExportControls';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';

const shownMost = 5;
const wanted: ReadonlySet<string> = new Set(['SelfTested', 'Started', 'Resumed', 'RecordDamaged']);

/** The last self-tests and starts, as the log has them. */
export function SelfTestPanel() {
  const pump = usePump();
  const state = pump.status.value?.value.state;
  const found = pump.log.value.filter((entry) => wanted.has(entry.event)).slice(-shownMost).toReversed();
  const words = texts.maintenance;

  return (
    <Panel title={words.selfTest}>
      {state === 'SelfTest' && <p role="status">{texts.state.SelfTest}</p>}
      {found.length === 0 ? <p class="unknown">{words.noSelfTest}</p>
        : <ul class="plain">{found.map((entry) => <li key={`${entry.log} ${entry.number}`}><span class="number">{entry.clock ? dateTime(entry.atSeconds * 1_000) : texts.history.sinceStart(duration(entry.atSeconds))}</span> {eventText(entry)}</li>)}</ul>}
      <ExportControls logs={['events']} />
    </Panel>
  );
}
