import { nlPerDayOf } from '../../model/dose';
import { additiveUg, fillOf } from '../../model/fill';
import { texts } from '../../texts/texts';
import { fixed, mg, ml } from '../format';
import { measureOf, measures, shown, typed } from '../measures';
import { Notice } from '../parts/Notice';
import { NumberField } from '../parts/NumberField';
import { useNumberField } from '../parts/numberField';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';

const cycleDays = 14;

/** How much drug belongs in a fill so that a rate gives a dose. */
export function FillCalculator() {
  const known = usePump().drug.peek()?.value.weightG ?? 0;
  const weight = useNumberField(known === 0 ? '' : typed(measures.kg, known), { limit: 'PatientWeight' });
  const dose = useNumberField('', { limit: 'DosePerKgLimit' });
  const rate = useNumberField('', { limit: 'TherapyRate' });
  const fill = useNumberField('', { limit: 'ReservoirFill' });
  const dexamethasone = useNumberField('', { measure: measures.mgPerDay, optional: true });
  const { calculator: words, unit } = texts;
  const [weightG, ugPerKgPerDay, nlPerHour, fillNl, steroidUg] = [weight.wire.value, dose.wire.value, rate.wire.value, fill.wire.value, dexamethasone.wire.value];
  const complete = weightG !== null && ugPerKgPerDay !== null && nlPerHour !== null && fillNl !== null;
  const mix = complete ? fillOf({ weightG, ugPerKgPerDay, nlPerDay: nlPerDayOf(nlPerHour), fillNl }) : null;
  const cycleNl = complete ? nlPerDayOf(nlPerHour) * cycleDays : 0;

  const rows = mix === null || !complete ? [] : [
    [words.drugInFill, `${fixed(mix.drugUg / 1_000, 1)} ${unit.mg}`],
    [texts.order.concentration, shown(measureOf('Concentration'), mix.ugPerMl)],
    [words.perDay, `${mg(mix.doseUgPerDay)} ${unit.mgPerDay}`],
    [words.cycleVolume(cycleDays), `${ml(cycleNl)} ${unit.ml}`],
    [words.leftOver(cycleDays), `${ml(fillNl - cycleNl)} ${unit.ml}`],
    ...(steroidUg === null ? [] : [[words.dexamethasoneInFill, `${fixed(additiveUg(steroidUg, fillNl, nlPerDayOf(nlPerHour)) / 1_000, 1)} ${unit.mg}`] as const]),
  ] as const;

  return (
    <Panel title={words.fillTitle} wide>
      <div class="columns">
        <form onSubmit={(event) => event.preventDefault()}>
          <NumberField label={texts.order.weight} field={weight} />
          <NumberField label={words.dose} field={dose} />
          <NumberField label={words.rate} field={rate} />
          <NumberField label={words.fill} field={fill} />
          <NumberField label={words.dexamethasone} field={dexamethasone} help={words.dexamethasoneHelp} />
        </form>
        <div aria-live="polite">
          <p class="formula">{words.formula}</p>
          {rows.length === 0 ? <p class="unknown">{words.incomplete}</p>
            : (
              <table class="results">
                <caption>{words.results}</caption>
                <tbody>{rows.map(([label, value], i) => <tr key={label} class={i === 0 ? 'main' : undefined}><th scope="row">{label}</th><td>{value}</td></tr>)}</tbody>
              </table>
            )}
          {fillNl !== null && cycleNl > fillNl && <Notice tone="bad"><p>{words.tooSmall(cycleDays)}</p></Notice>}
          <Notice tone="info"><p>{words.checkFill}</p></Notice>
        </div>
      </div>
    </Panel>
  );
}
