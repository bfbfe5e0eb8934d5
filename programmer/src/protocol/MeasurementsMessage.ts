import type { Patency } from '../model/Values';
import { ByteReader } from './ByteReader';
import { patencies } from './gatt';
import { nameOf } from './names';

const unknown = -0x8000_0000;

/** What the sensors say, without the seal: MeasurementsMessage.cs. Null: not known. */
export interface MeasurementsMessage {
  readonly patency: Patency;
  readonly chamberPa: number | null;
  readonly catheterMeanPa: number | null;
  readonly pulsePa: number | null;
  readonly reservoirPa: number | null;
  readonly ambientPa: number | null;
  readonly drugMilliC: number | null;
  readonly boardMilliC: number | null;
  readonly upSeconds: number;
}

export function readMeasurements(plain: Uint8Array): MeasurementsMessage {
  const reader = new ByteReader(plain);
  const patency = nameOf(patencies, reader.u8());
  reader.zero();
  const value = (): number | (null) => {
    const number = reader.i32();
    return number === unknown ? null : number;
  };
  const message: MeasurementsMessage = {
    patency,
    chamberPa: value(),
    catheterMeanPa: value(),
    pulsePa: value(),
    reservoirPa: value(),
    ambientPa: value(),
    drugMilliC: value(),
    boardMilliC: value(),
    upSeconds: reader.u32(),
  };
  reader.end();
  return message;
}
