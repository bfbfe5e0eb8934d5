import { texts } from '../../texts/texts';
import { Notice } from '../parts/Notice';
import { usePump } from '../Pump';
import { DrugForm } from './DrugForm';
import { LimitsForm } from './LimitsForm';
import { ScanForm } from './ScanForm';

/** What every dose is judged by: the scan, the patient's limits, the drug. In this order before a first cytotoxic therapy. */
export function DrugScreen() {
  const pump = usePump();
  // A form begins with what the pump has, once that is known.
  const known = pump.drug.value !== null;

  return (
    <>
      <Notice tone="info"><p>{texts.drug.atRest}</p></Notice>
      <div class="panels" key={String(known)}>
        <ScanForm />
        <LimitsForm />
        <DrugForm />
      </div>
    </>
  );
}
