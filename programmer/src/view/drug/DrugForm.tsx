import { useSignal } from '@preact/signals';
import type { Order } from '../../model/Order';
import type { DrugNature } from '../../model/Values';
import { drugNameLength } from '../../protocol/gatt';
import { texts } from '../../texts/texts';
import { measureOf, typed } from '../measures';
import { NumberField } from '../parts/NumberField';
import { useNumberField } from '../parts/numberField';
import { OrderForm } from '../parts/OrderForm';
import { Panel } from '../parts/Panel';
import { TextField } from '../parts/TextField';
import { usePump } from '../Pump';

const natures: readonly DrugNature[] = ['Carrier', 'Cytotoxic'];

/** What is in the pump. A carrier has no concentration. */
export function DrugForm() {
  const drug = usePump().drug.peek()?.value;
  const name = useSignal(drug?.name ?? '');
  const nature = useSignal<DrugNature>(drug?.nature ?? 'Unknown');
  const id = useNumberField(drug === undefined ? '' : String(drug.id), { limit: 'DrugId' });
  const concentration = useNumberField(drug === undefined || drug.ugPerMl === 0 ? '' : typed(measureOf('Concentration'), drug.ugPerMl), { limit: 'Concentration' });
  const words = texts.drug;
  const cytotoxic = nature.value === 'Cytotoxic';
  const nameProblem = name.value.trim() === '' ? texts.field.empty : [...name.value].some((letter) => letter < ' ' || letter > '~') ? words.plainLetters : null;

  function order(): Order | null {
    const number = id.wire.value;
    const ugPerMl = cytotoxic ? concentration.wire.value : 0;
    return number === null || ugPerMl === null || nameProblem !== null || nature.value === 'Unknown' ? null
      : { kind: 'drug', drug: { id: number, nature: nature.value, ugPerMl, name: name.value.trim() } };
  }

  return (
    <Panel title={words.drug}>
      <OrderForm fields={cytotoxic ? [id, concentration] : [id]} order={order}>
        <fieldset class="choice">
          <legend>{texts.order.nature}</legend>
          {natures.map((one) => (
            <label key={one} class="tick">
              <input type="radio" name="nature" checked={nature.value === one} onChange={() => { nature.value = one; }} />
              <span>{texts.nature[one]}</span>
            </label>
          ))}
          {nature.value === 'Unknown' && <p class="wrong">{texts.field.wrongSymbol} {texts.form.choose}</p>}
        </fieldset>
        <TextField label={texts.order.drug} text={name} problem={nameProblem} most={drugNameLength} help={words.nameHelp(drugNameLength)} />
        <NumberField label={texts.order.drugId} field={id} help={words.idHelp} />
        {cytotoxic && <NumberField label={texts.order.concentration} field={concentration} />}
      </OrderForm>
    </Panel>
  );
}
