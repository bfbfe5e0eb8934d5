import { texts } from '../../texts/texts';
import { isHeard } from '../age';
import { ranked } from '../alarms/ranking';
import { time } from '../format';
import { PriorityMark } from '../parts/PriorityMark';
import { usePump } from '../Pump';
import { hashOf } from '../routes';
import { alarmText } from '../alarms/alarmText';

const shownMost = 3;

/** What stands, the most urgent first, on every screen. */
export function AlarmStrip() {
  const pump = usePump();
  const alarms = pump.alarms.value;
  const counted = pump.status.value?.value.alarmsStanding ?? 0;

  if (alarms === null || (alarms.value.length === 0 && counted === 0)) {
    return null;
  }

  const rows = ranked(alarms.value);

  return (
    <a class={isHeard(pump) ? 'strip' : 'strip stale'} href={hashOf('alarms')}>
      <span class="unseen">{texts.alarms.strip(Math.max(rows.length, counted))}</span>
      {rows.slice(0, shownMost).map((alarm) => (
        <span key={alarm.id} class="alarm"><PriorityMark priority={alarm.priority} /> {alarmText(alarm.id)}</span>
      ))}
      {rows.length > shownMost && <span class="more">{texts.alarms.more(rows.length - shownMost)}</span>}
      {rows.length < counted && <span class="more">{texts.alarms.beingRead(counted)}</span>}
      {!isHeard(pump) && <span class="dated">{texts.common.lastKnown(time(alarms.atMs))}</span>}
    </a>
  );
}
