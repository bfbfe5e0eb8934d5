import { texts } from '../../texts/texts';
import { Notice } from '../parts/Notice';
import { usePump } from '../Pump';
import { hashOf } from '../routes';
import { AlarmSummary } from './AlarmSummary';
import { CatheterPanel } from './CatheterPanel';
import { EnvironmentPanel } from './EnvironmentPanel';
import { IdentityPanel } from './IdentityPanel';
import { LiveCurves } from './LiveCurves';
import { ReservoirPanel } from './ReservoirPanel';
import { TherapyPanel } from './TherapyPanel';

/** Everything that the pump says of itself, at one glance. */
export function OverviewScreen() {
  const pump = usePump();

  if (pump.identity.value === null && pump.status.value === null) {
    return <Notice tone="info">{texts.overview.nothing} <a href={hashOf('connect')}>{texts.nav.connect}</a></Notice>;
  }

  return (
    <>
      <div class="panels">
        <TherapyPanel />
        <ReservoirPanel />
        <AlarmSummary />
        <CatheterPanel />
        <EnvironmentPanel />
        <IdentityPanel />
      </div>
      <LiveCurves />
    </>
  );
}
