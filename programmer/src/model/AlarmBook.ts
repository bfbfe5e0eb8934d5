import type { AlarmFrame } from '../protocol/AlarmFrame';
import type { AlarmList } from '../protocol/AlarmList';
import { alarmName, isAlarmName } from '../protocol/alarmNames';
import { alarms } from '../protocol/gatt';
import type { Priority, StandingAlarm } from './Values';

const order: readonly Priority[] = ['High', 'Medium', 'Low', 'None'];

/** The alarms that stand, from what is told one by one and from the list of all. */
export class AlarmBook {
  private readonly standing = new Map<string, StandingAlarm>();

  /** The most urgent first, and of those the newest. */
  get all(): readonly StandingAlarm[] {
    return [...this.standing.values()].sort(
      (one, other) => order.indexOf(one.priority) - order.indexOf(other.priority) || (other.raisedAtMs ?? 0) - (one.raisedAtMs ?? 0),
    );
  }

  /** One that was raised, changed or cleared. The same telling again changes nothing. */
  take(frame: AlarmFrame, nowMs: number): void {
    const id = alarmName(frame.alarm);

    if (frame.what === 'cleared') {
      this.standing.delete(id);
      return;
    }

    this.standing.set(id, {
      id,
      priority: frame.priority,
      instance: frame.instance,
      response: frame.response,
      silent: frame.silent,
      raisedAtMs: nowMs - frame.ageSeconds * 1_000,
    });
  }

  /** All that stand: it knows what was missed, but of each less. */
  takeList(list: AlarmList): void {
    const before = new Map(this.standing);
    this.standing.clear();

    for (const { alarm, priority, instance } of list.listed) {
      const id = alarmName(alarm);
      const known = before.get(id);
      const same = known?.instance === instance ? known : null;
      const response = isAlarmName(id) ? alarms[id].response : null;
      this.standing.set(id, { id, priority, instance, response: same?.response ?? response, silent: same?.silent ?? false, raisedAtMs: same?.raisedAtMs ?? null });
    }
  }

  clear(): void {
    this.standing.clear();
  }
}
