import type { Priority } from '../model/Values';
import { ByteReader } from './ByteReader';
import { priorities } from './gatt';
import { nameOf } from './names';

/** All alarms that stand, the most urgent first: AlarmList.cs. What stands beyond 23 is counted and not listed. */
export interface AlarmList {
  readonly standing: number;
  readonly listed: readonly { readonly alarm: number; readonly priority: Priority; readonly instance: number }[];
}

/** Without the seal. */
export function readAlarmList(plain: Uint8Array): AlarmList {
  const reader = new ByteReader(plain);
  const standing = reader.u8();
  const count = reader.u8();
  const listed = Array.from({ length: count }, () => ({ alarm: reader.u8(), priority: nameOf(priorities, reader.u8()), instance: reader.u16() }));
  reader.end();
  return { standing, listed };
}
