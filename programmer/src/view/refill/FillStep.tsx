import { texts } from '../../texts/texts';
import { fixed, kPa } from '../format';
import { NumberField } from '../parts/NumberField';
import { Notice } from '../parts/Notice';
import { pocketFill } from './pocketFill';
import { PressureNote } from './PressureNote';
import type { RefillDraft } from './refillDraft';

const nlPerMl = 1_000_000;
const tones = { rises: 'good', weak: 'warning', none: 'bad' } as const;

/** Drug beside the pump is weeks of dose in the tissue at once: the reservoir's pressure has to show that it went in. */
export function FillStep({ draft }: { readonly draft: RefillDraft }) {
  const words = texts.refill;
  const empty = draft.emptyPa.value;
  const full = draft.fullPa.value;
  const fillNl = draft.fill.wire.value;
  const risePa = empty === null || full === null ? null : full - empty;
  const perMl = risePa === null || fillNl === null ? null : risePa / fillNl * nlPerMl;

  return (
    <>
      <ol class="steps">{words.fillHow.map((line) => <li key={line}>{line}</li>)}</ol>
      <NumberField label={words.fill} field={draft.fill} />
      {empty === null && <Notice tone="warning"><p>{words.noEmptyPressure}</p></Notice>}
      <PressureNote label={words.noteFull} noted={draft.fullPa} />
      {risePa === null || perMl === null ? <p class="unknown">{words.noPocketCheck}</p>
        : (
          <Notice tone={tones[pocketFill(perMl)]}>
            <p><strong>{words.step(kPa(risePa), fixed(perMl, 0))}</strong></p>
            <p>{words.pocket[pocketFill(perMl)]}</p>
          </Notice>
        )}
    </>
  );
}
