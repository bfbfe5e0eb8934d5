import { texts } from '../../texts/texts';
import { useDemo } from './Demo';
import { PatientPanel } from './PatientPanel';

/** Nobody may take the virtual pump for one in a patient: said on every screen, as long as the page talks to it. */
export function DemoBanner() {
  const demo = useDemo();

  if (demo === null || !demo.chosen.value) {
    return null;
  }

  return (
    <aside class="demo" aria-label={texts.demo.label}>
      <p><strong>{texts.demo.banner}</strong> {texts.demo.bannerMore}</p>
      <details>
        <summary>{texts.demo.patient}</summary>
        <PatientPanel />
      </details>
    </aside>
  );
}
