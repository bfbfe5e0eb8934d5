import { useSignal } from '@preact/signals';
import { texts } from '../../texts/texts';
import { dateTime } from '../format';
import { OrderForm } from '../parts/OrderForm';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';

/** Whether somebody has seen on a scan that what the catheter carries goes to the liver and nowhere else. */
export function ScanForm() {
  const drug = usePump().drug.value?.value;
  const accepted = useSignal(true);
  const words = texts.drug;
  const when = drug?.acceptedAtUtcSeconds ?? null;

  return (
    <Panel title={words.scan}>
      <p>{drug === undefined ? texts.common.unknown : drug.scanAccepted ? when === null ? texts.order.accepted : words.acceptedOn(dateTime(when * 1_000)) : texts.order.notAccepted}</p>
      <OrderForm fields={[]} order={() => ({ kind: 'scan', accepted: accepted.value })}>
        <fieldset class="choice">
          <legend>{words.scanQuestion}</legend>
          {[true, false].map(yes => (
            <label key={String(yes)} class="tick">
              <input type="radio" name="scan" checked={accepted.value === yes} onChange={() => { accepted.value = yes; }} />
              <span>{yes ? words.scanYes : words.scanNo}</span>
            </label>
          ))}
        </fieldset>
      </OrderForm>
    </Panel>
  );
}
