import type { LiverFinding } from '../../model/liverRules';
import { texts } from '../../texts/texts';
import { fixed } from '../format';
import { NumberField } from '../parts/NumberField';
import type { TestFields } from './testFields';

interface Props {
  readonly fields: TestFields;
  /** What the table says of them; undefined while a value is missing. */
  readonly finding: LiverFinding | undefined;
}

/** One liver test: three values and what the table says of them. */
export function LiverTestRow({ fields, finding }: Props) {
  const words = texts.calculator;

  return (
    <tr>
      <th scope="row">{fields.test.name}</th>
      {(['reference', 'atEmptying', 'today'] as const).map((which) => (
        <td key={which}><NumberField label={`${fields.test.name} ${words.liverValues[which]}`} field={fields[which]} hideLabel /></td>
      ))}
      <td>{finding === undefined ? texts.common.nothing : words.timesReference(fixed(finding.times, 2))}</td>
      <td>{finding === undefined ? texts.common.nothing : finding.percent === 0 ? words.hold(finding.row.restart) : `${finding.percent} ${texts.unit.percent}`}</td>
    </tr>
  );
}
