import type { Signal } from '@preact/signals';
import { texts } from '../../texts/texts';
import { isHeard } from '../age';
import { kPa } from '../format';
import { Quantity } from '../parts/Quantity';
import { usePump } from '../Pump';
import { gaugePa } from './refillDraft';

interface Props {
  readonly label: string;
  readonly noted: Signal<number | null>;
}

/** Keeps the reservoir's pressure of this moment. */
export function PressureNote({ label, noted }: Props) {
  const pump = usePump();
  const now = gaugePa(pump);
  const words = texts.refill;

  return (
    <div class="note-value">
      <button type="button" disabled={now === null || !isHeard(pump)} onClick={() => { noted.value = now; }}>{label}</button>
      <span>{words.pressureNow} <Quantity value={now === null ? null : kPa(now)} unit={texts.unit.kPa} /></span>
      <span>{words.pressureNoted} {noted.value === null ? texts.common.nothing : <Quantity value={kPa(noted.value)} unit={texts.unit.kPa} />}</span>
    </div>
  );
}
