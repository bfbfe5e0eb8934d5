import { texts } from '../../texts/texts';
import { duration, fixed } from '../format';
import { usePump } from '../Pump';
import { hashOf } from '../routes';

/** What the catheter holds: docs/orders.md, FlushVolume. */
const deadVolumeNl = 110_000;

/** What the catheter still holds is the old drug, and it goes out at the new rate. */
export function RinseStep() {
  const rate = usePump().status.value?.value.therapyNlPerHour ?? 0;
  const words = texts.refill;

  return (
    <>
      <p>{words.oldDrug(`${fixed(deadVolumeNl / 1_000_000, 2)} ${texts.unit.ml}`, rate > 0 ? duration(deadVolumeNl / rate * 3_600) : texts.common.unknown)}</p>
      <p>{words.rinseHow}</p>
      <ul>
        <li><a href={hashOf('bolus')}>{words.toBolus}</a></li>
        <li><a href={hashOf('prescribe')}>{words.toPrescribe}</a></li>
        <li><a href={hashOf('card')}>{words.toCard}</a></li>
      </ul>
    </>
  );
}
