import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { readLiverTable, type LiverTable } from '../../model/liverTable';
import { texts } from '../../texts/texts';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { LiverForm } from './LiverForm';

/** Dose by liver tests, after the table that the clinic brings. */
export function LiverTests() {
  const table = useSignal<LiverTable | null>(null);
  const loads = useSignal(0);
  const wrong = useSignal<string | null>(null);
  const id = useId();
  const words = texts.calculator;

  async function load(input: HTMLInputElement) {
    const file = input.files?.[0];
    input.value = '';

    if (file !== undefined) {
      const found = readLiverTable(await file.text());
      wrong.value = 'wrong' in found ? words.tableWrong(file.name, found.wrong) : null;

      if (!('wrong' in found)) {
        table.value = found;
        loads.value++; // a version may be written twice, and values never go over to another table
      }
    }
  }

  return (
    <Panel title={words.liverTitle} wide>
      <div class="actions">
        <label class="button" for={id}>{words.loadTable}</label>
        <input id={id} class="unseen" type="file" accept=".json" onChange={(event) => void load(event.currentTarget)} />
      </div>
      {wrong.value !== null && <Notice tone="bad"><p role="alert">{wrong.value}</p></Notice>}
      {table.value === null ? <p>{words.noTable}</p>
        : (
          <>
            <p>{words.tableFrom(table.value.version, table.value.validFrom, table.value.approvedBy, table.value.source)}</p>
            <LiverForm key={loads.value} table={table.value} />
          </>
        )}
    </Panel>
  );
}
