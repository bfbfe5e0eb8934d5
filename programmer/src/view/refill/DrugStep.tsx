import { texts } from '../../texts/texts';
import { DrugForm } from '../drug/DrugForm';
import { Notice } from '../parts/Notice';

/** What is in the syringe, told to the pump before the volume: an order of its own. */
export function DrugStep() {
  return (
    <>
      <Notice tone="info"><p>{texts.refill.sameDrug}</p></Notice>
      <DrugForm />
    </>
  );
}
