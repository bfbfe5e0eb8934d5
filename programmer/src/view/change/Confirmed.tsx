import type { Change } from '../../model/Order';
import { texts } from '../../texts/texts';
import { time } from '../format';
import { Notice } from '../parts/Notice';
import { usePump } from '../Pump';
import { rowsOf } from './rows';

/** What the pump has taken, and when: its own words once more. */
export function Confirmed({ change }: { readonly change: Extract<Change, { kind: 'confirmed' }> }) {
  const rows = rowsOf(change.echo.order, usePump()).filter((row) => row.after !== null);
  const words = texts.change;

  return (
    <>
      <p role="status">{words.confirmed(words.did[change.echo.order.kind], time(change.atMs))}</p>
      <dl class="narrow">
        {rows.map((row) => <div key={row.label} class="reading"><dt>{row.label}</dt><dd>{row.after}</dd></div>)}
      </dl>
      {change.notKept === true && <Notice tone="warning"><p role="alert">{words.notKept}</p></Notice>}
    </>
  );
}
