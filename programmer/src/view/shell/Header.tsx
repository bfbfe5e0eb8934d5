import { texts } from '../../texts/texts';
import { usePump } from '../Pump';
import { AgeOfData } from './AgeOfData';
import { AlarmStrip } from './AlarmStrip';
import { DeliveryBand } from './DeliveryBand';
import { LinkState } from './LinkState';
import { SessionHolder } from './SessionHolder';

/** What has to be seen whatever a person is doing: which pump, how old its word is, what it delivers, what it complains of, who may command. */
export function Header() {
  const pump = usePump();
  const identity = pump.identity.value;

  return (
    <header class="band">
      <div class="who">
        <strong class="serial">{identity === null ? texts.header.noPump : identity.value.serial}</strong>
        <LinkState />
        <AgeOfData />
        <SessionHolder />
      </div>
      <DeliveryBand />
      <AlarmStrip />
    </header>
  );
}
