import { texts } from '../../texts/texts';
import { fixed } from '../format';
import { NumberField } from '../parts/NumberField';
import { useNumberField, type NumberFieldState } from '../parts/numberField';
import type { Measure } from '../measures';
import { Notice } from '../parts/Notice';
import { percentOf, type LiverTable, type LiverTest } from './liverTable';

const thousandth = 1_000;

interface Values {
  readonly test: LiverTest;
  readonly reference: NumberFieldState;
  readonly emptied: NumberFieldState;
  readonly today: NumberFieldState;
}

/** The values of a patient against a clinic's table. The worst of all tests counts. */
export function LiverForm({ table }: { readonly table: LiverTable }) {
  const words = texts.calculator;
  // The table is another component's key: the number of its tests never changes here.
  const rows = table.tests.map(useValues);
  const found = rows.map(row => ({ row, result: judge(row) }));
  const complete = found.every(one => one.result !== null);
  const least = Math.min(...found.map(one => one.result?.percent ?? 100));

  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={texts.common.table(words.liverTitle)}>
        <table>
          <thead><tr>{words.liverColumns.map(column => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>
            {found.map(({ row, result }) => (
              <tr key={row.test.name}>
                <th scope="row">{row.test.name}</th>
                {(['reference', 'emptied', 'today'] as const).map(which => (
                  <td key={which}><NumberField label={`${row.test.name} ${words.liverValues[which]}`} field={row[which]} hideLabel /></td>
                ))}
                <td>{result === null ? texts.common.nothing : words.timesReference(fixed(result.times, 2))}</td>
                <td>{result === null ? texts.common.nothing : result.percent === 0 ? words.hold(result.restart) : `${result.percent} ${texts.unit.percent}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Notice tone={!complete ? 'info' : least === 100 ? 'good' : least === 0 ? 'bad' : 'warning'}>
        <p role="status">{!complete ? words.liverIncomplete : least === 0 ? words.liverHold : words.liverPercent(least)}</p>
      </Notice>
      <p class="hint">{words.liverHint}</p>
    </>
  );
}

function useValues(test: LiverTest): Values {
  const measure: Measure = { unit: test.unit, digits: 2, perUnit: thousandth, round: 'nearest' };
  return { test, reference: useNumberField('', { measure }), emptied: useNumberField('', { measure }), today: useNumberField('', { measure }) };
}

function judge({ test, reference, emptied, today }: Values) {
  const values = [reference.wire.value, emptied.wire.value, today.wire.value];
  const [base, first, second] = values;

  if (base == null || first == null || second == null || base <= 0) {
    return null;
  }

  const worst = Math.max(first, second);
  const found = percentOf(test, base / thousandth, worst / thousandth);
  return found === null ? null : { percent: found.percent, restart: found.row.restart, times: worst / base };
}
