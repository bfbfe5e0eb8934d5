import { texts } from '../../texts/texts';
import type { Row } from './rows';

interface Props {
  readonly caption: string;
  readonly before: string;
  readonly after: string;
  readonly rows: readonly Row[];
  /** False while the new side is not complete: nothing has changed yet. */
  readonly marked?: boolean;
}

/** Old against new, side by side. What differs has a mark, a weight and a word. */
export function Comparison({ caption, before, after, rows, marked = true }: Props) {
  return (
    <table class="comparison">
      <caption>{caption}</caption>
      <thead>
        <tr><th scope="col" class="unseen">{texts.change.what}</th><th scope="col">{before}</th><th scope="col">{after}</th></tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const changed = marked && row.before !== null && row.before !== row.after;
          return (
            <tr key={row.label} class={changed ? 'changed' : undefined}>
              <th scope="row">{row.label}</th>
              <td>{row.before ?? texts.common.nothing}</td>
              <td>{row.after ?? texts.common.nothing}{changed && <span class="mark">{texts.change.changed}</span>}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
