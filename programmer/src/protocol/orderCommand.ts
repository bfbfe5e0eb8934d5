import type { Order } from '../model/Order';
import { ByteReader } from './ByteReader';
import { ByteWriter } from './ByteWriter';
import { readDrug, writeDrug } from './drug';
import { boluses, type payloadLengths } from './gatt';
import { nameOf } from './names';
import { readTherapy, writeTherapy } from './therapy';
import { truthOf, wordOf } from './yesNo';

const notMeasured = -1;

/** The command that stages an order, and its payload. */
export interface OrderCommand {
  readonly command: keyof typeof payloadLengths;
  readonly payload: Uint8Array<ArrayBuffer>;
}

const commandOf = {
  therapy: 'StageTherapy',
  bolus: 'StageBolus',
  end: 'StageEnd',
  refill: 'StageRefill',
  drug: 'StageDrug',
  limits: 'StageLimits',
  scan: 'StageScan',
  calibration: 'StageCalibration',
  clock: 'StageClock',
} as const satisfies Record<Order['kind'], keyof typeof payloadLengths>;

/** Throws RangeError when a number is no integer or does not fit its field. */
export function writeOrder(order: Order): OrderCommand {
  return { command: commandOf[order.kind], payload: payloadOf(order) };
}

function payloadOf(order: Order): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();

  switch (order.kind) {
    case 'therapy':
      return writeTherapy(order.therapy);
    case 'bolus':
      return writer.u8(boluses[order.bolus]).u8(0).i32(order.volumeNl).i32(order.nlPerHour).toBytes();
    case 'end':
      return writer.toBytes();
    case 'refill':
      return writer.i32(order.fillNl).i32(order.drawnOutNl ?? notMeasured).toBytes();
    case 'drug':
      return writeDrug(order.drug);
    case 'limits':
      return writer.i32(order.limits.weightG).i32(order.limits.ugPerDay).i32(order.limits.ugPerKgPerDay).toBytes();
    case 'scan':
      return writer.u8(wordOf(order.accepted)).toBytes();
    case 'calibration':
      return writer
        .i32(order.calibration.complianceFlPerPa)
        .i32(order.calibration.compliancePpmPerC)
        .i32(order.calibration.atMilliC)
        .i32(order.calibration.flowGainPpm)
        .i32(order.calibration.flowGainPpmPerC)
        .toBytes();
    case 'clock':
      return writer.u32(order.utcSeconds).toBytes();
  }
}

/** What the pump says that it has understood. Throws ProtocolError when it is none of the order's kind. */
export function readOrder(kind: Order['kind'], payload: Uint8Array): Order {
  const reader = new ByteReader(payload);
  const order = orderOf(kind, reader);
  reader.end();
  return order;
}

function orderOf(kind: Order['kind'], reader: ByteReader): Order {
  switch (kind) {
    case 'therapy':
      return { kind, therapy: readTherapy(reader) };
    case 'bolus': {
      const bolus = nameOf(boluses, reader.u8());
      reader.zero();
      return { kind, bolus, volumeNl: reader.i32(), nlPerHour: reader.i32() };
    }
    case 'end':
      return { kind };
    case 'refill': {
      const fillNl = reader.i32();
      const drawnOutNl = reader.i32();
      return { kind, fillNl, drawnOutNl: drawnOutNl === notMeasured ? null : drawnOutNl };
    }
    case 'drug':
      return { kind, drug: readDrug(reader) };
    case 'limits':
      return { kind, limits: { weightG: reader.i32(), ugPerDay: reader.i32(), ugPerKgPerDay: reader.i32() } };
    case 'scan':
      return { kind, accepted: truthOf(reader.u8()) };
    case 'calibration':
      return {
        kind,
        calibration: {
          complianceFlPerPa: reader.i32(),
          compliancePpmPerC: reader.i32(),
          atMilliC: reader.i32(),
          flowGainPpm: reader.i32(),
          flowGainPpmPerC: reader.i32(),
        },
      };
    case 'clock':
      return { kind, utcSeconds: reader.u32() };
  }
}
