import { useSignal } from '@preact/signals';
import type { Order } from '../../model/Order';
import { doseUg } from '../../model/dose';
import { texts } from '../../texts/texts';
import { duration, mg } from '../format';
import { NumberField } from '../parts/NumberField';
import { useNumberField } from '../parts/numberField';
import { Notice } from '../parts/Notice';
import { OrderForm } from '../parts/OrderForm';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';

const kinds = ['Flush', 'PerfusionTest'] as const;

/** What shall be given at once. Each kind has limits of its own. */
export function BolusForm() {
  const pump = usePump();
  const kind = useSignal<(typeof kinds)[number]>('Flush');
  const flush = { volume: useNumberField('', { limit: 'FlushVolume' }), rate: useNumberField('', { limit: 'FlushRate' }) };
  const test = { volume: useNumberField('', { limit: 'PerfusionTestVolume' }), rate: useNumberField('', { limit: 'PerfusionTestRate' }) };
  const { volume, rate } = kind.value === 'Flush' ? flush : test;
  const drug = pump.drug.value?.value;
  const words = texts.bolus;
  const volumeNl = volume.wire.value;
  const nlPerHour = rate.wire.value;

  function order(): Order | null {
    return volumeNl === null || nlPerHour === null ? null : { kind: 'bolus', bolus: kind.value, volumeNl, nlPerHour };
  }

  return (
    <Panel title={words.title} wide>
      <OrderForm fields={[volume, rate]} order={order}>
        <fieldset class="choice">
          <legend>{words.kind}</legend>
          {kinds.map((one) => (
            <label key={one} class="tick">
              <input type="radio" name="bolus" checked={kind.value === one} onChange={() => { kind.value = one; }} />
              <span>{words.kinds[one]}<span class="note">{words.means[one]}</span></span>
            </label>
          ))}
        </fieldset>
        <div class="columns" key={kind.value}>
          <NumberField label={words.volume} field={volume} />
          <NumberField label={words.rate} field={rate} />
        </div>
        <p>{words.takes} <strong>{volumeNl === null || nlPerHour === null ? texts.common.nothing : duration(volumeNl / nlPerHour * 3_600)}</strong></p>
        {drug !== undefined && drug.nature === 'Cytotoxic' && (
          <Notice tone="warning"><p>{volumeNl === null ? words.cytotoxic : words.cytotoxicDose(`${mg(doseUg(volumeNl, drug.ugPerMl))} ${texts.unit.mg}`)}</p></Notice>
        )}
      </OrderForm>
    </Panel>
  );
}
