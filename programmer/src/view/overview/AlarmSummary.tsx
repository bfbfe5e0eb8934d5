import { texts } from '../../texts/texts';
import { isHeard } from '../age';
import { alarmText } from '../alarms/alarmText';
import { ranked } from '../alarms/ranking';
import { Panel } from '../parts/Panel';
import { PriorityMark } from '../parts/PriorityMark';
import { usePump } from '../Pump';
import { hashOf } from '../routes';

/** What stands, and what it does to delivery. */
export function AlarmSummary() {
  const pump = usePump();
  const alarms = pump.alarms.value;
  const words = texts.alarms;

  return (
    <Panel title={words.title} from={pump.status.value}>
      {alarms === null ? <p class="unknown">{texts.common.notHeard}</p>
        : alarms.value.length === 0 ? <p>{words.none}</p>
        : (
          <ul class={isHeard(pump) ? 'plain' : 'plain stale'}>
            {ranked(alarms.value).map((alarm) => (
              <li key={alarm.id}>
                <PriorityMark priority={alarm.priority} /> {alarmText(alarm.id)}
                {alarm.response !== null && <span class="note">{words.responses[alarm.response]}</span>}
              </li>
            ))}
          </ul>
        )}
      <p><a href={hashOf('alarms')}>{words.toList}</a></p>
    </Panel>
  );
}
