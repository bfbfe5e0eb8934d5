import type { LogEntry } from '../../model/Values';
import { eventText } from './eventText';

/** The kinds of events that people look for. */
export const groups = ['all', 'alarms', 'orders', 'delivery', 'sessions', 'device'] as const;
export type Group = (typeof groups)[number];

/** What of a log shall be seen. Days are those of this place; empty: no end. */
export interface Filter {
  readonly group: Group;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export const everything: Filter = { group: 'all', from: '', to: '', text: '' };

const dayMs = 86_400_000;

const groupOf: Record<string, Group> = {
  AlarmRaised: 'alarms', AlarmCleared: 'alarms', AlarmEscalated: 'alarms', Acknowledged: 'alarms', AudioPaused: 'alarms', SupervisorStopped: 'alarms',
  TherapyOrdered: 'orders', BolusOrdered: 'orders', OrderRefused: 'orders', Refilled: 'orders', Programmed: 'orders', ChangedFrom: 'orders', ChangedTo: 'orders',
  HourPassed: 'delivery', StateChanged: 'delivery', PacketRecovered: 'delivery', HaltedAtPanel: 'delivery', Resumed: 'delivery',
  SessionOpened: 'sessions', SessionEnded: 'sessions', KeyFailed: 'sessions', SecretInstalled: 'sessions',
};

/** What nobody has put in a group is about the device. An entry without a time is in every span: nobody knows that it is not. */
export function matches(filter: Filter, entry: LogEntry): boolean {
  const atMs = entry.atSeconds * 1_000;
  return (filter.group === 'all' || (groupOf[entry.event] ?? 'device') === filter.group)
    && (!entry.clock || ((filter.from === '' || atMs >= dayStart(filter.from)) && (filter.to === '' || atMs < dayStart(filter.to) + dayMs)))
    && (filter.text === '' || eventText(entry).toLowerCase().includes(filter.text.toLowerCase()));
}

function dayStart(day: string): number {
  return new Date(`${day}T00:00:00`).getTime();
}
