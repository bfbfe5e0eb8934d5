import { ByteReader } from './ByteReader';
import { patencies } from './gatt';
import { nameOf } from './names';
import type { Measurements } from './PumpValues';

const unknown = -0x8000_0000;

/** What the sensors say, without the seal: MeasurementsMessage.cs. The page works out the altitude. */
export interface MeasurementsMessage extends Omit<Measurements, 'altitudeM'> {
  readonly upSeconds: number;
}

export function readMeasurements(plain: Uint8Array): MeasurementsMessage {
  const reader = new ByteReader(plain);
  const patency = nameOf(patencies, reader.u8());
  reader.zero();
  const value = (): number | null => {
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
