import type { Status } from '../model/Values';
import { ByteReader } from './ByteReader';
import { priorities, states, statusFlags } from './gatt';
import { nameOf } from './names';

const never = 0xffff_ffff;

/** What the pump does and has done, without the seal: StatusMessage.cs. */
export function readStatus(plain: Uint8Array): Status {
  const reader = new ByteReader(plain);
  const state = nameOf(states, reader.u8());
  const priority = nameOf(priorities, reader.u8());
  const flags = reader.u16();
  const alarmsStanding = reader.u8();
  reader.zero();
  const status: Status = {
    state,
    priority,
    delivers: (flags & statusFlags.Delivers) !== 0,
    alarmForbids: (flags & statusFlags.AlarmForbids) !== 0,
    therapyOrdered: (flags & statusFlags.TherapyOrdered) !== 0,
    therapyWaits: (flags & statusFlags.TherapyWaits) !== 0,
    sessionOpen: (flags & statusFlags.SessionOpen) !== 0,
    drugKnown: (flags & statusFlags.DrugKnown) !== 0,
    cytotoxic: (flags & statusFlags.Cytotoxic) !== 0,
    scanAccepted: (flags & statusFlags.ScanAccepted) !== 0,
    memoryKept: (flags & statusFlags.MemoryKept) !== 0,
    clockTrusted: (flags & statusFlags.ClockTrusted) !== 0,
    alarmsStanding,
    batteryPermille: unlessNegative(reader.i16()),
    orderedNlPerHour: reader.i32(),
    therapyNlPerHour: reader.i32(),
    measuredNlPerHour: unlessNegative(reader.i32()),
    orderedNl: reader.i64(),
    meteredNl: reader.i64(),
    missedNl: reader.i64(),
    bolusLeftNl: reader.u32(),
    therapyLeftSeconds: reader.u32(),
    reservoirNl: unlessNegative(reader.i32()),
    dryInMinutes: unless(never, reader.u32()),
    utcSeconds: unless(0, reader.u32()),
    upSeconds: reader.u32(),
    orderChanges: reader.u16(),
  };
  reader.end();
  return status;
}

function unlessNegative(value: number): number | null {
  return value < 0 ? null : value;
}

function unless(unknown: number, value: number): number | null {
  return value === unknown ? null : value;
}
