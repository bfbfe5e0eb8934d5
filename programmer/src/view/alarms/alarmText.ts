import { isAlarmName } from '../../protocol/alarmNames';
import { alarms } from '../../protocol/gatt';
import { texts } from '../../texts/texts';

/** What people read. An alarm of a newer pump has no words here: it is shown by its number, and never left out. */
export function alarmText(id: string): string {
  return isAlarmName(id) ? alarms[id].text : texts.alarms.unnamed(id);
}
