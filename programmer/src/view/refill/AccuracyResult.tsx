import { accuracyOf, type Judgement } from '../../model/refill';
import { texts } from '../../texts/texts';
import { fixed, ml } from '../format';
import { measures } from '../measures';
import { Notice } from '../parts/Notice';
import { usePump } from '../Pump';
import type { RefillDraft } from './refillDraft';

const tones: Record<Judgement, 'good' | 'warning' | 'bad'> = { good: 'good', amber: 'warning', red: 'bad' };

/** What left the pump by the syringe, against what the pump has booked. */
export function AccuracyResult({ draft }: { readonly draft: RefillDraft }) {
  const expectedNl = usePump().status.value?.value.reservoirNl ?? null;
  const fillNl = draft.lastFill.wire.value;
  const drawnNl = draft.drawnOut.wire.value;
  const { refill: words, unit } = texts;
  const days = draft.days.wire.value;
  const bookedNl = fillNl === null || expectedNl === null ? null : fillNl - expectedNl;
  const found = fillNl === null || drawnNl === null || days === null || bookedNl === null ? null : accuracyOf(fillNl, drawnNl, days / 10 ** measures.days.decimals, bookedNl);

  if (found === null || bookedNl === null) {
    return <p class="unknown">{words.noAccuracy}</p>;
  }

  return (
    <Notice tone={tones[found.judgement]}>
      <p><strong>{words.error(fixed(found.errorFraction * 100, 1))}</strong></p>
      <p>{words.booked(`${ml(bookedNl)} ${unit.ml}`, `${ml(found.measuredNl)} ${unit.ml}`, `${ml(found.measuredNlPerDay)} ${unit.mlPerDay}`)}</p>
      <p>{words.judgements[found.judgement]}</p>
    </Notice>
  );
}
