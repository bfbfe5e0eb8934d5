import type { Dated } from '../../model/Values';
import { texts } from '../../texts/texts';
import { isStale } from '../age';
import { time } from '../format';

/** Since when what is shown is not current any more; nothing while it is. */
export function LastKnown({ from }: { readonly from: Dated<unknown> | null }) {
  return from !== null && isStale(from) ? <span class="dated">{texts.common.lastKnown(time(from.atMs))}</span> : null;
}
