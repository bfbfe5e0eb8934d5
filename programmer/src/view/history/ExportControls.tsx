import { texts } from '../../texts/texts';
import type { LogEntry } from '../../model/Values';
import { whyNoCommand } from '../may';
import { Notice } from '../parts/Notice';
import { useOutcome } from '../parts/useOutcome';
import { usePump } from '../Pump';

/** Fetches a log from the pump, and shows how far that is. */
export function ExportControls({ logs }: { readonly logs: readonly LogEntry['log'][] }) {
  const pump = usePump();
  const { pending, said, ask } = useOutcome();
  const running = pump.exporting.value;
  const why = whyNoCommand(pump);
  const words = texts.history;

  return (
    <>
      <div class="actions">
        {running === null
          ? logs.map((log) => (
            <button key={log} type="button" disabled={pending.value || why !== null} onClick={() => ask(() => pump.exportLog(log))}>{words.fetch[log]}</button>
          ))
          : (
            <>
              <progress max={Math.max(1, running.promised)} value={running.received} aria-label={words.fetching} />
              <span class="number">{words.received(running.received, running.promised)}</span>
              <button type="button" onClick={() => ask(() => pump.stopExport())}>{words.stop}</button>
            </>
          )}
      </div>
      {said.value !== null && <Notice tone="bad"><p role="alert">{said.value}</p></Notice>}
      {why !== null && running === null && <Notice tone="info"><p>{why}</p></Notice>}
    </>
  );
}
