import { alarms } from './gatt';

export type AlarmName = keyof typeof alarms;

const names = Object.keys(alarms) as AlarmName[];

/** Name of an alarm's row. One of a newer pump is called by its number, and shown as such. */
export function alarmName(id: number): string {
  return names.find((name) => alarms[name].id === id) ?? `${id}`;
}

export function isAlarmName(name: string): name is AlarmName {
  return Object.hasOwn(alarms, name);
}
