import type { Order } from '../../model/Order';
import { texts } from '../../texts/texts';
import { measureOf, typed } from '../measures';
import { NumberField } from '../parts/NumberField';
import { useNumberField } from '../parts/numberField';
import { OrderForm } from '../parts/OrderForm';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';

/** The patient's weight, and the most that a day may bring. */
export function LimitsForm() {
  const drug = usePump().drug.peek()?.value;
  const first = (field: string, wire: number | undefined) => wire === undefined || wire === 0 ? '' : typed(measureOf(field), wire);
  const weight = useNumberField(first('PatientWeight', drug?.weightG), { limit: 'PatientWeight' });
  const perDay = useNumberField(first('DoseLimit', drug?.ugPerDay), { limit: 'DoseLimit' });
  const perKg = useNumberField(first('DosePerKgLimit', drug?.ugPerKgPerDay), { limit: 'DosePerKgLimit' });
  const words = texts.drug;

  function order(): Order | null {
    const [weightG, ugPerDay, ugPerKgPerDay] = [weight.wire.value, perDay.wire.value, perKg.wire.value];
    return weightG === null || ugPerDay === null || ugPerKgPerDay === null ? null : { kind: 'limits', limits: { weightG, ugPerDay, ugPerKgPerDay } };
  }

  return (
    <Panel title={words.limits}>
      <OrderForm fields={[weight, perDay, perKg]} order={order}>
        <NumberField label={texts.order.weight} field={weight} />
        <NumberField label={texts.order.doseLimit} field={perDay} />
        <NumberField label={texts.order.doseLimitPerKg} field={perKg} />
      </OrderForm>
    </Panel>
  );
}
