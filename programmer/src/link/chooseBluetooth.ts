import { characteristics, serviceUuid } from '../protocol/gatt';
import { BluetoothLink } from './BluetoothLink';
import { bluetoothSupport } from './bluetoothSupport';
import { systemClock } from './Clock';
import { LinkError, type PumpLink } from './PumpLink';

/** Lets a person choose a pump from the browser's list. To be called from a click. Throws LinkError; a list that was closed is 'cancelled', and no failure. */
export async function chooseBluetooth(): Promise<PumpLink> {
  const missing = await bluetoothSupport();

  if (missing !== null) {
    throw new LinkError(missing.problem);
  }

  try {
    const device = await navigator.bluetooth.requestDevice({
      filters: [{ services: [serviceUuid] }],
      optionalServices: [characteristics.Model.service, characteristics.BatteryLevel.service],
    });
    return new BluetoothLink(device, systemClock);
  } catch (error) {
    throw new LinkError(error instanceof DOMException && error.name === 'NotFoundError' ? 'cancelled' : 'noBluetooth', error);
  }
}
