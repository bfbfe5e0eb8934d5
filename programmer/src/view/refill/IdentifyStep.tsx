import { texts } from '../../texts/texts';
import { ml } from '../format';
import { measureOf, shown } from '../measures';
import { Quantity } from '../parts/Quantity';
import { Reading } from '../parts/Reading';
import { usePump } from '../Pump';
import type { RefillDraft } from './refillDraft';

/** The right pump in the right patient, before any needle. */
export function IdentifyStep({ draft }: { readonly draft: RefillDraft }) {
  const pump = usePump();
  const status = pump.status.value;
  const drug = pump.drug.value?.value;
  const words = texts.refill;

  return (
    <>
      <dl>
        <div class="reading"><dt>{texts.overview.serial}</dt><dd><strong>{pump.identity.value?.value.serial ?? texts.common.notHeard}</strong></dd></div>
        <Reading label={texts.overview.drug} from={pump.drug.value === null ? null : status}>
          {drug !== undefined && `${drug.name === '' ? texts.common.unknown : drug.name}, ${drug.ugPerMl === 0 ? texts.nature[drug.nature] : shown(measureOf('Concentration'), drug.ugPerMl)}`}
        </Reading>
        <Reading label={words.expected} from={status} note={words.expectedNote}>
          <Quantity value={status === null || status.value.reservoirNl === null ? null : ml(status.value.reservoirNl)} unit={texts.unit.ml} />
        </Reading>
      </dl>
      <label class="tick">
        <input type="checkbox" checked={draft.checked.value} onChange={(event) => { draft.checked.value = event.currentTarget.checked; }} />
        <span>{words.identifyTick}</span>
      </label>
    </>
  );
}
