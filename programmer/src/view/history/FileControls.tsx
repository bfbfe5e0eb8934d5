import { useSignal, type Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { LogEntry } from '../../model/Values';
import { texts } from '../../texts/texts';
import { Notice } from '../parts/Notice';
import { saveFile } from '../parts/saveFile';
import { usePump } from '../Pump';
import { logFrom, toCsv, toJson } from './logFile';

interface Props {
  readonly entries: readonly LogEntry[];
  readonly imported: Signal<readonly LogEntry[] | null>;
}

/** Saves a log, and reads one that was saved. A file that will not do says why and changes nothing. */
export function FileControls({ entries, imported }: Props) {
  const pump = usePump();
  const problem = useSignal<string | null>(null);
  const id = useId();
  const words = texts.history;
  const name = `${pump.identity.value?.value.serial ?? 'haip'}-log`;

  async function read(input: HTMLInputElement) {
    const file = input.files?.[0];
    input.value = ''; // the same file may be chosen again

    if (file !== undefined) {
      const found = logFrom(file.name, await file.text());
      problem.value = typeof found === 'string' ? words.notImported(file.name, found) : null;
      imported.value = typeof found === 'string' ? imported.value : found;
    }
  }

  return (
    <>
      <div class="actions">
        <button type="button" disabled={entries.length === 0} onClick={() => saveFile(`${name}.csv`, 'text/csv', toCsv(entries))}>{words.saveCsv}</button>
        <button type="button" disabled={entries.length === 0} onClick={() => saveFile(`${name}.json`, 'application/json', toJson(entries))}>{words.saveJson}</button>
        <label class="button" for={id}>{words.load}</label>
        <input id={id} class="unseen" type="file" accept=".csv,.json" onChange={event => void read(event.currentTarget)} />
        {imported.value !== null && <button type="button" onClick={() => { imported.value = null; problem.value = null; }}>{words.toPump}</button>}
      </div>
      {problem.value !== null && <Notice tone="bad"><p role="alert">{problem.value}</p></Notice>}
    </>
  );
}
