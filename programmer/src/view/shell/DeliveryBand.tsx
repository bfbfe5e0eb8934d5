import { texts } from '../../texts/texts';
import { isStale } from '../age';
import { mlPerDay } from '../format';
import { Quantity } from '../parts/Quantity';
import { StateMark } from '../parts/StateMark';
import { usePump } from '../Pump';
import { SuspendButton } from './SuspendButton';

/** What the pump is doing: state, what was ordered, what its two measures say was given. */
export function DeliveryBand() {
  const pump = usePump();
  const status = pump.status.value;
  const { header, unit } = texts;

  if (status === null) {
    return null;
  }

  const { state, orderedNlPerHour, measuredNlPerHour } = status.value;

  return (
    <div class={isStale(status) ? 'delivery stale' : 'delivery'}>
      <StateMark state={state} />
      <dl>
        <div><dt>{header.ordered}</dt><dd><Quantity value={mlPerDay(orderedNlPerHour)} unit={unit.mlPerDay} /></dd></div>
        <div><dt>{header.measured}</dt><dd><Quantity value={measuredNlPerHour === null ? null : mlPerDay(measuredNlPerHour)} unit={unit.mlPerDay} /></dd></div>
        {pump.alarms.value?.value.length === 0 && status.value.alarmsStanding === 0 && <div><dt>{texts.alarms.short}</dt><dd class="small">{texts.alarms.shortNone}</dd></div>}
      </dl>
      <SuspendButton />
    </div>
  );
}
