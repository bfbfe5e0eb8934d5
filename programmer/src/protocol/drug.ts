import type { Drug, DrugInPump } from '../model/Values';
import type { ByteReader } from './ByteReader';
import { ByteWriter } from './ByteWriter';
import { drugNameLength, natures } from './gatt';
import { nameOf } from './names';
import { truthOf } from './yesNo';

/** The drug as StageDrug carries it: DrugCommand.cs. RangeError when a number or the name does not fit. */
export function writeDrug(drug: Drug): Uint8Array<ArrayBuffer> {
  return new ByteWriter().u16(drug.id).u8(natures[drug.nature]).u8(0).i32(drug.ugPerMl).text(drug.name, drugNameLength).toBytes();
}

export function readDrug(reader: ByteReader): Drug {
  const id = reader.u16();
  const nature = nameOf(natures, reader.u8());
  reader.zero();
  return { id, nature, ugPerMl: reader.i32(), name: reader.text(drugNameLength) };
}

/** What the pump knows of drug and patient: DrugAnswer.cs. */
export function readDrugInPump(reader: ByteReader): DrugInPump {
  const id = reader.u16();
  const nature = nameOf(natures, reader.u8());
  const scanAccepted = truthOf(reader.u8());
  const ugPerMl = reader.i32();
  const weightG = reader.i32();
  const ugPerDay = reader.i32();
  const ugPerKgPerDay = reader.i32();
  const acceptedAt = reader.u32();
  const name = reader.text(drugNameLength);
  return { id, nature, scanAccepted, ugPerMl, weightG, ugPerDay, ugPerKgPerDay, acceptedAtUtcSeconds: acceptedAt === 0 ? null : acceptedAt, name };
}
