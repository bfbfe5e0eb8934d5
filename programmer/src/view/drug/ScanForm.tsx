import { useSignal } from '@preact/signals';
import type { Order } from '../../model/Order';
import { texts } from '../../texts/texts';
import { dateTime } from '../format';
import { OrderForm } from '../parts/OrderForm';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';

/** Whether somebody has seen on a scan that what the catheter carries goes to the liver and nowhere else. */
export function ScanForm() {
  const drug = usePump().drug.value?.value;
  // Nobody accepts a scan by not looking: nothing is chosen beforehand.
  const accepted = useSignal<boolean | null>(null);
  const unanswered = useSignal(false);
  const words = texts.drug;
  const when = drug?.acceptedAtUtcSeconds ?? null;

  function order(): Order | null {
    unanswered.value = accepted.value === null;
    return accepted.value === null ? null : { kind: 'scan', accepted: accepted.value };
  }

  return (
    <Panel title={words.scan}>
      <p>{drug === undefined ? texts.common.unknown : drug.scanAccepted ? when === null ? texts.order.accepted : words.acceptedOn(dateTime(when * 1_000)) : texts.order.notAccepted}</p>
      <OrderForm fields={[]} order={order}>
        <fieldset class="choice">
          <legend>{words.scanQuestion}</legend>
          {[true, false].map((yes) => (
            <label key={String(yes)} class="tick">
              <input type="radio" name="scan" checked={accepted.value === yes} onChange={() => { accepted.value = yes; }} />
              <span>{yes ? words.scanYes : words.scanNo}</span>
            </label>
          ))}
          {unanswered.value && accepted.value === null && <p class="wrong" role="alert">{texts.field.wrongSymbol} {texts.form.choose}</p>}
        </fieldset>
      </OrderForm>
    </Panel>
  );
}
