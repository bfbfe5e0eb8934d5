import { wait, type Clock } from '../src/link/Clock';
import { characteristics } from '../src/protocol/gatt';

type Name = keyof typeof characteristics;

/** A device as Chromium over BlueZ shows it: a subscription outlasts its connection, and whoever has it hears, until it is ended. */
export class FakeDevice extends EventTarget {
  readonly name = 'HAIP';
  readonly read: Name[] = [];
  readonly written: (string | number)[][] = [];
  readonly fails: { connect?: unknown; service?: unknown; read?: unknown; stop?: unknown } = {};
  connected = false;
  /** Writes that the pump refuses for want of room. */
  busy = 0;
  readMs = 0;
  connectMs = 0;
  clock: Clock | null = null;
  readonly gatt = this.server();

  private readonly subscribed = new Map<Name, EventTarget & { value?: DataView }>();

  tell(name: Name, ...bytes: number[]): void {
    const target = this.subscribed.get(name);

    if (this.connected && target !== undefined) {
      target.value = new DataView(Uint8Array.from(bytes).buffer);
      target.dispatchEvent(new Event('characteristicvaluechanged'));
    }
  }

  /** The link goes, whoever ended it. */
  disconnect(): void {
    if (this.connected) {
      this.connected = false;
      this.dispatchEvent(new Event('gattserverdisconnected'));
    }
  }

  private server(): unknown {
    const device = this;
    return {
      get connected() {
        return device.connected;
      },
      async connect() {
        await device.fail('connect');

        if (device.clock !== null) {
          await wait(device.clock, device.connectMs);
        }

        device.connected = true;
      },
      disconnect: () => device.disconnect(),
      async getPrimaryService(uuid: string) {
        await device.fail('service');
        return { getCharacteristic: (id: string) => Promise.resolve(device.characteristic(uuid, id)) };
      },
    };
  }

  private characteristic(service: string, uuid: string): unknown {
    const name = (Object.keys(characteristics) as Name[]).find((candidate) => characteristics[candidate].service === service && characteristics[candidate].uuid === uuid);

    if (name === undefined) {
      throw new DOMException('No Characteristics matching UUID', 'NotFoundError');
    }

    const target = Object.assign(new EventTarget(), {
      uuid,
      readValue: async () => {
        await this.fail('read');
        this.read.push(name);

        if (this.clock !== null) {
          await wait(this.clock, this.readMs);
        }

        return new DataView(Uint8Array.of(characteristics[name].number).buffer);
      },
      writeValueWithResponse: async (frame: Uint8Array) => {
        await Promise.resolve();

        if (this.busy > 0) {
          this.busy--;
          throw new DOMException('GATT operation failed for unknown reason.', 'NotSupportedError');
        }

        this.written.push([name, ...frame]);
      },
      startNotifications: async () => {
        await Promise.resolve();

        if (!this.subscribed.has(name)) {
          this.subscribed.set(name, target);
        }
      },
      stopNotifications: async () => {
        await this.fail('stop');

        if (!this.subscribed.delete(name)) {
          throw new DOMException('nothing was started', 'InvalidStateError');
        }
      },
    });
    return target;
  }

  private async fail(what: 'connect' | 'service' | 'read' | 'stop'): Promise<void> {
    await Promise.resolve();

    if (this.fails[what] !== undefined) {
      throw this.fails[what];
    }
  }
}
