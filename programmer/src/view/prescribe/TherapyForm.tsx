import { texts } from '../../texts/texts';
import { OrderForm } from '../parts/OrderForm';
import { NumberField } from '../parts/NumberField';
import { Panel } from '../parts/Panel';
import { ProfileEditor } from './ProfileEditor';
import { TherapyMeans } from './TherapyMeans';
import { fieldsOf, therapyOf, type TherapyDraft } from './therapyDraft';

const presetDays = [7, 14, 21] as const;
const hoursPerDay = 24;

/** Rate or profile, how long, and what goes on afterwards. Beside it, with every key, what it means. */
export function TherapyForm({ draft }: { readonly draft: TherapyDraft }) {
  const words = texts.prescribe;

  return (
    <Panel title={words.newTherapy} wide>
      <OrderForm
        fields={fieldsOf(draft)}
        order={() => {
          const therapy = therapyOf(draft);
          return therapy === null ? null : { kind: 'therapy', therapy };
        }}
      >
        <div class="columns">
          <div>
            <fieldset class="choice">
              <legend>{words.delivery}</legend>
              {[false, true].map((profile) => (
                <label key={String(profile)} class="tick">
                  <input type="radio" name="delivery" checked={draft.profile.value === profile} onChange={() => { draft.profile.value = profile; }} />
                  <span>{profile ? words.profile : words.constant}</span>
                </label>
              ))}
            </fieldset>
            {draft.profile.value ? <ProfileEditor draft={draft} /> : <NumberField label={words.rate} field={draft.rate} />}
            <NumberField label={words.duration} field={draft.duration} />
            <div class="actions" role="group" aria-label={words.presets}>
              {presetDays.map((days) => (
                <button key={days} type="button" class="small" onClick={() => { draft.duration.text.value = String(days * hoursPerDay); }}>{words.days(days)}</button>
              ))}
            </div>
            <NumberField label={words.patency} field={draft.patency} help={words.patencyHelp} />
            <NumberField label={words.resume} field={draft.resume} help={words.resumeHelp} />
          </div>
          <TherapyMeans draft={draft} />
        </div>
      </OrderForm>
    </Panel>
  );
}
