import { texts } from '../../texts/texts';
import { Notice } from '../parts/Notice';
import { ResumePanel } from '../parts/ResumePanel';
import { usePump } from '../Pump';
import { hashOf } from '../routes';
import { CyclePanel } from './CyclePanel';
import { EndPanel } from './EndPanel';
import { TherapyForm } from './TherapyForm';
import { useTherapyDraft } from './therapyDraft';

/** A therapy: what runs, what shall run instead, and what that means for the patient. */
export function PrescribeScreen() {
  const pump = usePump();
  const drug = pump.drug.value?.value;
  // What runs when the screen is opened is what the form begins with; a later change in the pump never moves what a person is typing.
  const draft = useTherapyDraft();

  return (
    <>
      <ResumePanel />
      {drug !== undefined && drug.nature === 'Unknown' && <Notice tone="warning"><p>{texts.prescribe.noDrug} <a href={hashOf('drug')}>{texts.nav.drug}</a></p></Notice>}
      <TherapyForm draft={draft} />
      <div class="panels">
        <CyclePanel draft={draft} />
        <EndPanel />
      </div>
    </>
  );
}
