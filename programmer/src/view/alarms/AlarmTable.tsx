import type { StandingAlarm } from '../../model/Values';
import { texts } from '../../texts/texts';
import { dateTime } from '../format';
import { PriorityMark } from '../parts/PriorityMark';
import { alarmText } from './alarmText';
import { ranked } from './ranking';

/** Every alarm that stands, the most urgent first. */
export function AlarmTable({ alarms }: { readonly alarms: readonly StandingAlarm[] }) {
  const words = texts.alarms;

  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={texts.common.table(words.title)}>
      <table class="alarms">
        <thead>
          <tr>{words.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr>
        </thead>
        <tbody>
          {ranked(alarms).map((alarm) => (
            <tr key={alarm.id} class={alarm.priority.toLowerCase()}>
              <td><PriorityMark priority={alarm.priority} /></td>
              <th scope="row">{alarmText(alarm.id)}</th>
              <td>{alarm.response === null ? texts.common.unknown : words.responses[alarm.response]}</td>
              <td>{alarm.raisedAtMs === null ? texts.common.unknown : dateTime(alarm.raisedAtMs)}</td>
              <td>{alarm.silent ? words.silent : words.sounding}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
