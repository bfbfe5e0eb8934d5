import { texts } from '../../texts/texts';
import { fixed, ml } from '../format';
import { Notice } from '../parts/Notice';
import { usePump } from '../Pump';
import { accuracyOf, type Judgement } from './arithmetic';
import type { RefillDraft } from './refillDraft';

const tones: Record<Judgement, 'good' | 'warning' | 'bad'> = { good: 'good', amber: 'warning', red: 'bad' };

/** What left the pump by the syringe, against what the pump has booked. */
export function AccuracyResult({ draft }: { readonly draft: RefillDraft }) {
  const expectedNl = usePump().status.value?.value.reservoirNl ?? null;
  const fillNl = draft.lastFill.wire.value;
  const drawnNl = draft.drawnOut.wire.value;
  const { refill: words, unit } = texts;
  const found = expectedNl === null || fillNl === null || drawnNl === null ? null : accuracyOf(fillNl, drawnNl, expectedNl);

  if (found === null) {
    return <p class="unknown">{words.noAccuracy}</p>;
  }

  return (
    <Notice tone={tones[found.judgement]}>
      <p><strong>{words.error(fixed(found.errorPercent, 1))}</strong></p>
      <p>{words.booked(`${ml(found.bookedNl)} ${unit.ml}`, `${ml(found.measuredNl)} ${unit.ml}`)}</p>
      <p>{words.judgements[found.judgement]}</p>
    </Notice>
  );
}
