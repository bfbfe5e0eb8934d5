import { texts } from '../../texts/texts';
import { isStale } from '../age';
import { nowMs } from '../clock';
import { fixed, time } from '../format';
import { usePump } from '../Pump';

/** How old the newest word of the pump is. */
export function AgeOfData() {
  const status = usePump().status.value;

  return status === null ? <span class="age">{texts.header.nothingHeard}</span>
    : isStale(status) ? <span class="age old"><span aria-hidden="true">⚠</span> {texts.common.lastKnown(time(status.atMs))}</span>
    : <span class="age">{texts.header.age(fixed(Math.max(0, nowMs.value - status.atMs) / 1_000, 0))}</span>;
}
