import { texts } from '../../texts/texts';
import { fixed } from '../format';
import { measures } from '../measures';
import { NumberField } from '../parts/NumberField';
import { useNumberField } from '../parts/numberField';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';
import { fillOf } from './arithmetic';

const cycleDays = 14;

/** How much drug belongs in a fill so that a rate gives a dose. */
export function FillCalculator() {
  const weightG = usePump().drug.peek()?.value.weightG ?? 0;
  const weight = useNumberField(weightG === 0 ? '' : fixed(weightG / 1_000, 1), { limit: 'PatientWeight' });
  const dose = useNumberField('', { limit: 'DosePerKgLimit' });
  const rate = useNumberField('', { limit: 'TherapyRate' });
  const fill = useNumberField('', { limit: 'ReservoirFill' });
  const dexamethasone = useNumberField('', { measure: measures.mgPerDay, optional: true });
  const { calculator: words, unit } = texts;
  const [weightNow, doseNow, rateNow, fillNow] = [weight, dose, rate, fill].map(field => field.wire.value ?? null);
  const found = weightNow == null || doseNow == null || rateNow == null || fillNow == null ? null : fillOf(weightNow, doseNow, rateNow, fillNow);
  const steroidUg = dexamethasone.wire.value;

  return (
    <Panel title={words.fillTitle} wide>
      <div class="columns">
        <form onSubmit={event => event.preventDefault()}>
          <NumberField label={texts.order.weight} field={weight} />
          <NumberField label={words.dose} field={dose} />
          <NumberField label={words.rate} field={rate} />
          <NumberField label={words.fill} field={fill} />
          <NumberField label={words.dexamethasone} field={dexamethasone} help={words.dexamethasoneHelp} />
        </form>
        <div aria-live="polite">
          <p class="formula">{words.formula}</p>
          {found === null ? <p class="unknown">{words.incomplete}</p>
            : (
              <table class="results">
                <caption>{words.results}</caption>
                <tbody>
                  <tr class="main"><th scope="row">{words.drugInFill}</th><td>{fixed(found.drugMg, 1)} {unit.mg}</td></tr>
                  <tr><th scope="row">{texts.order.concentration}</th><td>{fixed(found.mgPerMl, 3)} {unit.mgPerMl}</td></tr>
                  <tr><th scope="row">{words.perDay}</th><td>{fixed(found.mgPerDay, 2)} {unit.mgPerDay}</td></tr>
                  <tr><th scope="row">{words.cycleVolume(cycleDays)}</th><td>{fixed(found.mlPerDay * cycleDays, 2)} {unit.ml}</td></tr>
                  <tr><th scope="row">{words.leftOver(cycleDays)}</th><td>{fixed(found.fillMl - found.mlPerDay * cycleDays, 2)} {unit.ml}</td></tr>
                  {steroidUg !== null && <tr><th scope="row">{words.dexamethasoneInFill}</th><td>{fixed(steroidUg / 1_000 * found.fillMl / found.mlPerDay, 1)} {unit.mg}</td></tr>}
                </tbody>
              </table>
            )}
          {found !== null && found.fillMl < found.mlPerDay * cycleDays && <Notice tone="bad"><p>{words.tooSmall(cycleDays)}</p></Notice>}
          <Notice tone="info"><p>{words.checkFill}</p></Notice>
        </div>
      </div>
    </Panel>
  );
}
