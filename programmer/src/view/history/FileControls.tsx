import { useSignal, type Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { logToCsv, logToJson, readLogFile, type LogFile, type LogFileProblem } from '../../model/logFile';
import type { LogEntry } from '../../model/Values';
import { texts } from '../../texts/texts';
import { Notice } from '../parts/Notice';
import { saveFile } from '../parts/saveFile';
import { usePump } from '../Pump';

interface Props {
  readonly entries: readonly LogEntry[];
  readonly imported: Signal<LogFile | null>;
}

/** Saves a log, and reads one that was saved. A file that will not do says why and changes nothing. */
export function FileControls({ entries, imported }: Props) {
  const pump = usePump();
  const problem = useSignal<string | null>(null);
  const id = useId();
  const words = texts.history;
  const serial = imported.value?.serial ?? pump.identity.value?.value.serial ?? '';
  const name = `${serial === '' ? 'haip' : serial}-log`;
  const file = (): LogFile => ({ serial, savedAtMs: Date.now(), entries });

  async function read(input: HTMLInputElement) {
    const chosen = input.files?.[0];
    input.value = ''; // the same file may be chosen again

    if (chosen !== undefined) {
      const found = readLogFile(await chosen.text());
      problem.value = 'problem' in found ? words.notImported(chosen.name, sayProblem(found)) : null;
      imported.value = 'problem' in found ? imported.value : found;
    }
  }

  return (
    <>
      <div class="actions">
        <button type="button" disabled={entries.length === 0} onClick={() => saveFile(`${name}.csv`, 'text/csv', logToCsv(file()))}>{words.saveCsv}</button>
        <button type="button" disabled={entries.length === 0} onClick={() => saveFile(`${name}.json`, 'application/json', logToJson(file()))}>{words.saveJson}</button>
        <label class="button" for={id}>{words.load}</label>
        <input id={id} class="unseen" type="file" accept=".csv,.json" onChange={(event) => void read(event.currentTarget)} />
        {imported.value !== null && <button type="button" onClick={() => { imported.value = null; problem.value = null; }}>{words.toPump}</button>}
      </div>
      {problem.value !== null && <Notice tone="bad"><p role="alert">{problem.value}</p></Notice>}
    </>
  );
}

function sayProblem({ problem, line }: LogFileProblem): string {
  const words = texts.history;
  return line === undefined ? words.fileProblems[problem] : `${words.fileProblems[problem]} ${words.inLine(line)}`;
}
