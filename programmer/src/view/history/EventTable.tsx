import { useSignal } from '@preact/signals';
import type { LogEntry } from '../../model/Values';
import { texts } from '../../texts/texts';
import { dateTime, duration } from '../format';
import { eventText } from './eventText';

const perPage = 50;

/** Entries of the log, the newest first, a page at a time: a year of hours is more than a table should hold at once. */
export function EventTable({ entries }: { readonly entries: readonly LogEntry[] }) {
  const page = useSignal(0);
  const words = texts.history;
  const pages = Math.max(1, Math.ceil(entries.length / perPage));
  const shown = Math.min(page.value, pages - 1);
  const rows = entries.toReversed().slice(shown * perPage, (shown + 1) * perPage);

  if (entries.length === 0) {
    return <p class="unknown">{words.empty}</p>;
  }

  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={texts.common.table(words.events)}>
        <table class="events">
          <thead><tr>{words.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>
            {rows.map((entry) => (
              <tr key={`${entry.log} ${entry.number}`}>
                <td class="number">{entry.clock ? dateTime(entry.atSeconds * 1_000) : words.sinceStart(duration(entry.atSeconds))}</td>
                <td class="number">{entry.number}</td>
                <td>{eventText(entry)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <div class="actions" role="group" aria-label={words.pages}>
          <button type="button" class="small" disabled={shown === 0} onClick={() => { page.value = shown - 1; }}>{words.newer}</button>
          <span class="number">{words.page(shown + 1, pages)}</span>
          <button type="button" class="small" disabled={shown >= pages - 1} onClick={() => { page.value = shown + 1; }}>{words.older}</button>
        </div>
      )}
    </>
  );
}
