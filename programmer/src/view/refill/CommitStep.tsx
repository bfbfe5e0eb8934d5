import { refillAtMs } from '../../model/refill';
import { texts } from '../../texts/texts';
import { nowMs } from '../clock';
import { date } from '../format';
import { shown, measures } from '../measures';
import { Notice } from '../parts/Notice';
import type { NumberFieldState } from '../parts/numberField';
import { OrderForm } from '../parts/OrderForm';
import { usePump } from '../Pump';
import type { RefillDraft } from './refillDraft';

/** As much as is left when the pump begins to ask for a refill: docs/alarms.md, ReservoirLow. */
const spareNl = 2_000_000;

/** The one order of a refill: what is in the reservoir now, and what was drawn out. */
export function CommitStep({ draft }: { readonly draft: RefillDraft }) {
  const pump = usePump();
  const status = pump.status.value?.value;
  const fillNl = draft.fill.wire.value;
  const drawnOutNl = draft.drawnOut.wire.value;
  const words = texts.refill;
  const next = fillNl === null || status === undefined ? null : refillAtMs(fillNl, status.therapyNlPerHour, spareNl, nowMs.value);

  return (
    <>
      <OrderForm fields={[draft.fill, draft.drawnOut]} order={() => fillNl === null ? null : { kind: 'refill', fillNl, drawnOutNl }}>
        <dl>
          <div class="reading"><dt>{words.fill}</dt><dd>{fillNl === null ? <Wrong field={draft.fill} /> : shown(measures.ml, fillNl)}</dd></div>
          <div class="reading"><dt>{words.drawnOut}</dt><dd>{drawnOutNl !== null ? shown(measures.ml, drawnOutNl) : draft.drawnOut.problem.value === null ? words.notMeasured : <Wrong field={draft.drawnOut} />}</dd></div>
          <div class="reading"><dt>{words.nextRefill}</dt><dd>{next === null ? words.noRate : date(next)}<span class="note">{words.nextNote}</span></dd></div>
        </dl>
        {(draft.emptyPa.value === null || draft.fullPa.value === null) && <Notice tone="warning"><p>{words.pocketMissing}</p></Notice>}
      </OrderForm>
    </>
  );
}

/** Its field stands in an earlier step: what is wrong with it is said where it keeps the order from being made. */
function Wrong({ field }: { readonly field: NumberFieldState }) {
  return <span class="wrong">{texts.field.wrongSymbol} {field.problem.value}</span>;
}
