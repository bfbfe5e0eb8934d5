import { texts } from '../../texts/texts';
import { isHeard } from '../age';
import { time } from '../format';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';
import { AlarmAnswers } from './AlarmAnswers';
import { AlarmHistory } from './AlarmHistory';
import { AlarmTable } from './AlarmTable';

/** What stands, what a person can answer, what stood before. */
export function AlarmsScreen() {
  const pump = usePump();
  const alarms = pump.alarms.value;
  const words = texts.alarms;

  return (
    <>
      <Panel title={words.title} wide>
        {alarms === null ? <Notice tone="info">{texts.common.notHeard}</Notice>
          : (
            <div class={isHeard(pump) ? undefined : 'stale'}>
              {!isHeard(pump) && <p class="dated">{texts.common.lastKnown(time(alarms.atMs))}</p>}
              {alarms.value.length === 0 ? <p>{words.none}</p> : <AlarmTable alarms={alarms.value} />}
            </div>
          )}
        <AlarmAnswers />
      </Panel>
      <AlarmHistory />
    </>
  );
}
