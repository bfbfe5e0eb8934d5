import type { ComponentChildren } from 'preact';
import type { Dated } from '../../model/Values';
import { texts } from '../../texts/texts';
import { isStale } from '../age';

interface Props {
  readonly label: string;
  /** Where the value comes from; decides whether it is shown as current. The panel says how old it is. Null: nothing was heard yet. */
  readonly from: Dated<unknown> | null;
  readonly note?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** A line of an instrument: name, value, and since when it is not current any more. */
export function Reading({ label, from, note, children }: Props) {
  const stale = from !== null && isStale(from);

  return (
    <div class={stale ? 'reading stale' : 'reading'}>
      <dt>{label}</dt>
      <dd>
        {from === null ? <span class="unknown">{texts.common.notHeard}</span> : children}
        {note !== undefined && from !== null && <span class="note">{note}</span>}
      </dd>
    </div>
  );
}
