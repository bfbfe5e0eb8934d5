import { verdictOf } from '../../model/liverRules';
import type { LiverTable } from '../../model/liverTable';
import { texts } from '../../texts/texts';
import { Notice, type Tone } from '../parts/Notice';
import { LiverTestRow } from './LiverTestRow';
import { useTestFields, valuesOf } from './testFields';

/** The values of a patient against a clinic's table. The worst of all tests counts. */
export function LiverForm({ table }: { readonly table: LiverTable }) {
  const words = texts.calculator;
  // Another table makes another form: the number of tests never changes here.
  const rows = table.tests.map(useTestFields);
  const known = rows.flatMap((row) => {
    const values = valuesOf(row);
    return values === null ? [] : [[row.test.name, values] as const];
  });
  const { percent, findings } = verdictOf(table, new Map(known));
  const tone: Tone = percent === null ? 'info' : percent === 100 ? 'good' : percent === 0 ? 'bad' : 'warning';

  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={texts.common.table(words.liverTitle)}>
        <table class="liver">
          <thead><tr>{words.liverColumns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>{rows.map((row) => <LiverTestRow key={row.test.name} fields={row} finding={findings.find((one) => one.test === row.test)} />)}</tbody>
        </table>
      </div>
      <Notice tone={tone}>
        <p role="status">{percent === null ? words.liverIncomplete : percent === 0 ? words.liverHold : words.liverPercent(percent)}</p>
      </Notice>
      <p class="hint">{words.liverHint}</p>
    </>
  );
}
