import type { AlarmResponse, Priority } from '../model/Values';
import { ByteReader } from './ByteReader';
import { ByteWriter } from './ByteWriter';
import { priorities, responses } from './gatt';
import { nameOf } from './names';

const happenings = { raised: 0x33, changed: 0x3c, cleared: 0x55 } as const;
const receipt = 0x5a;

/** One alarm that was raised, changed or cleared: AlarmFrame.cs. */
export interface AlarmFrame {
  readonly what: keyof typeof happenings;
  readonly priority: Priority;
  /** Number of its row. */
  readonly alarm: number;
  readonly instance: number;
  readonly telling: number;
  readonly response: AlarmResponse;
  readonly silent: boolean;
  readonly ageSeconds: number;
  readonly alarmsStanding: number;
}

/** Without the seal. */
export function readAlarmFrame(plain: Uint8Array): AlarmFrame {
  const reader = new ByteReader(plain);
  const frame: AlarmFrame = {
    what: nameOf(happenings, reader.u8()),
    priority: nameOf(priorities, reader.u8()),
    alarm: reader.u16(),
    instance: reader.u16(),
    telling: reader.u16(),
    response: nameOf(responses, reader.u8()),
    silent: (reader.u8() & 1) !== 0,
    ageSeconds: reader.u32(),
    alarmsStanding: reader.u8(),
  };
  reader.end();
  return frame;
}

/** Written back, it says that a program has got the alarm; it is no person's answer. */
export function writeReceipt(frame: AlarmFrame): Uint8Array<ArrayBuffer> {
  return new ByteWriter().u8(receipt).u8(0).u16(frame.instance).u16(frame.telling).toBytes();
}
