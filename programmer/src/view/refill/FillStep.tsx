import { texts } from '../../texts/texts';
import { fixed, kPa } from '../format';
import { NumberField } from '../parts/NumberField';
import { Notice } from '../parts/Notice';
import { pocketFill } from './arithmetic';
import { PressureNote } from './PressureNote';
import type { RefillDraft } from './refillDraft';

const tones = { rises: 'good', weak: 'warning', none: 'bad' } as const;

/** Drug beside the pump is weeks of dose in the tissue at once: the reservoir's pressure has to show that it went in. */
export function FillStep({ draft }: { readonly draft: RefillDraft }) {
  const words = texts.refill;
  const empty = draft.emptyPa.value;
  const full = draft.fullPa.value;
  const fillNl = draft.fill.wire.value;
  const judged = empty === null || full === null || fillNl === null ? null : pocketFill(empty, full, fillNl);

  return (
    <>
      <ol class="steps">{words.fillHow.map(line => <li key={line}>{line}</li>)}</ol>
      <NumberField label={words.fill} field={draft.fill} />
      {empty === null && <Notice tone="warning"><p>{words.noEmptyPressure}</p></Notice>}
      <PressureNote label={words.noteFull} noted={draft.fullPa} />
      {judged === null || empty === null || full === null ? <p class="unknown">{words.noPocketCheck}</p>
        : (
          <Notice tone={tones[judged]}>
            <p><strong>{words.step(kPa(full - empty), fixed((full - empty) / ((fillNl ?? 1) / 1_000_000), 0))}</strong></p>
            <p>{words.pocket[judged]}</p>
          </Notice>
        )}
    </>
  );
}
