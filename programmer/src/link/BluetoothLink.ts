import { characteristics, serviceUuid } from '../protocol/gatt';
import { bluetoothProblem } from './bluetoothProblem';
import type { Clock } from './Clock';
import { OperationQueue, pairingMs } from './OperationQueue';
import { LinkError, type Characteristic, type PumpLink } from './PumpLink';
import { subscribe } from './subscribe';

/** The longest that a connect may take: Chromium has no limit of its own, and Linux gives up after 20 s (HCI_LE_CONN_TIMEOUT). */
const connectMs = 25_000;

const ofPump: readonly Characteristic[] = ['Identity', 'Status', 'Measurements', 'Event', 'Alarms', 'Session', 'Command', 'Data'];
const ofDevice: readonly Characteristic[] = ['Manufacturer', 'Model', 'FirmwareRevision'];

/** A pump over Web Bluetooth. The device is kept for reconnecting; services and characteristics are found anew every time, because they are new. */
export class BluetoothLink implements PumpLink {
  onLost: (() => void) | null = null;

  private readonly queue: OperationQueue;
  private readonly gatt: BluetoothRemoteGATTServer;
  private listening = new AbortController();
  private found = new Map<Characteristic, BluetoothRemoteGATTCharacteristic>();
  private isOpen = false;
  private wanted = false;
  private attempts = 0; // only the newest may let go of the connection

  constructor(
    private readonly device: BluetoothDevice,
    clock: Clock,
  ) {
    if (device.gatt === undefined) {
      throw new LinkError('notAPump');
    }

    this.gatt = device.gatt;
    this.queue = new OperationQueue(clock, () => this.gatt.disconnect());
    device.addEventListener('gattserverdisconnected', () => this.lose());
  }

  get name(): string {
    return this.device.name ?? '';
  }

  async open(): Promise<void> {
    const attempt = ++this.attempts;
    this.queue.begin();
    this.wanted = true;
    this.found = new Map();
    this.deafen();

    try {
      await this.queue.run(() => this.connect(), connectMs);
      await this.find(serviceUuid, ofPump);
      await this.find(characteristics.Model.service, ofDevice);
      await this.queue.run(() => this.do(() => this.at('Status').readValue()), pairingMs); // the first that needs it makes the system pair
      this.isOpen = true;
    } catch (error) {
      if (attempt === this.attempts) {
        this.wanted = false;
        this.gatt.disconnect();
      }

      throw bluetoothProblem(error, true);
    }
  }

  close(): void {
    this.attempts++;
    this.wanted = false;
    this.isOpen = false;
    this.queue.end();
    this.deafen();
    this.gatt.disconnect();
  }

  read(from: Characteristic): Promise<Uint8Array> {
    return this.queue.run(async () => bytesOf(await this.do(() => this.at(from).readValue())));
  }

  async write(to: Characteristic, frame: Uint8Array): Promise<void> {
    await this.queue.run(() => this.do(() => this.at(to).writeValueWithResponse(Uint8Array.from(frame))));
  }

  async listen(to: Characteristic, heard: (frame: Uint8Array) => void): Promise<void> {
    const target = this.at(to);
    target.addEventListener('characteristicvaluechanged', () => heard(bytesOf(target.value)), { signal: this.listening.signal });
    await this.queue.run(() => this.do(() => subscribe(this.device, target)));
  }

  private async connect(): Promise<void> {
    await this.gatt.connect().catch((error: unknown) => Promise.reject(new LinkError('outOfRange', error)));

    // Given up meanwhile: a pump takes one central, and this one is no longer interested.
    if (!this.wanted) {
      this.gatt.disconnect();
    }
  }

  private async find(serviceId: string, names: readonly Characteristic[]): Promise<void> {
    const service = await this.queue.run(() => this.do(() => this.gatt.getPrimaryService(serviceId)));

    for (const name of names) {
      this.found.set(name, await this.queue.run(() => this.do(() => service.getCharacteristic(characteristics[name].uuid))));
    }
  }

  private at(name: Characteristic): BluetoothRemoteGATTCharacteristic {
    const found = this.found.get(name);

    if (found === undefined) {
      throw new LinkError('lost');
    }

    return found;
  }

  private async do<T>(operation: () => Promise<T>): Promise<T> {
    try {
      return await operation();
    } catch (error) {
      throw bluetoothProblem(error, this.gatt.connected);
    }
  }

  // The objects of an earlier connection are no longer listened to.
  private deafen(): void {
    this.listening.abort();
    this.listening = new AbortController();
  }

  private lose(): void {
    const was = this.isOpen;
    this.isOpen = false;
    this.queue.end();
    this.deafen();

    if (was) {
      this.onLost?.();
    }
  }
}

function bytesOf(value: DataView | undefined): Uint8Array {
  return value === undefined ? new Uint8Array() : new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
}
