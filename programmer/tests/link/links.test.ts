import { beforeEach, describe, expect, it } from 'vitest';
import { bluetoothSupport } from '../../src/link/bluetoothSupport';
import { BluetoothLink } from '../../src/link/BluetoothLink';
import { OperationQueue } from '../../src/link/OperationQueue';
import { LinkError } from '../../src/link/PumpLink';
import { SocketLink, type Socket } from '../../src/link/SocketLink';
import { characteristics } from '../../src/protocol/gatt';
import { FakeDevice } from '../FakeDevice';
import { TestClock } from '../TestClock';

let clock: TestClock;

beforeEach(() => {
  clock = new TestClock();
});

describe('the queue of operations', () => {
  let stuck = 0;
  let queue: OperationQueue;

  beforeEach(() => {
    stuck = 0;
    queue = new OperationQueue(clock, () => stuck++);
  });

  it('does one at a time, in order, also after one that failed', async () => {
    const log: string[] = [];
    const operation = (name: string, fails = false) => async (): Promise<string> => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      return fails ? Promise.reject(new LinkError('notAPump')) : name;
    };
    const all = Promise.allSettled([queue.run(operation('a')), queue.run(operation('b', true)), queue.run(operation('c'))]);
    expect((await clock.finish(all)).map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('tries again what the pump was too busy for, some times', async () => {
    let tries = 0;
    const busy = (times: number) => (): Promise<number> => (tries++ < times ? Promise.reject(new LinkError('busy')) : Promise.resolve(tries));
    expect(await clock.finish(queue.run(busy(3)))).toBe(4);
    tries = 0;
    await expect(clock.finish(queue.run(busy(100)))).rejects.toMatchObject({ problem: 'busy' });
    expect(tries).toBe(6);
  });

  it('gives up the connection when an operation does not end within 5 s', async () => {
    const first = queue.run(() => new Promise(() => {}));
    const second = queue.run(() => Promise.resolve(1));
    const results = Promise.allSettled([first, second]);
    await clock.run(4_900);
    expect(stuck).toBe(0);
    expect((await clock.finish(results)).map((result) => (result.status === 'rejected' ? (result.reason as LinkError).problem : 'done'))).toEqual(['lost', 'lost']);
    expect(stuck).toBe(1);
    queue.begin();
    expect(await clock.finish(queue.run(() => Promise.resolve(2)))).toBe(2);
  });

  it('does nothing over a new connection that was meant for the one before', async () => {
    let done = 0;
    const first = queue.run(() => new Promise(() => {}));
    const second = queue.run(() => Promise.resolve(done++));
    const results = Promise.allSettled([first, second]);
    await clock.run(0);
    queue.end();
    queue.begin();
    expect((await clock.finish(results)).map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect(done).toBe(0);
  });
});

describe('a link over Web Bluetooth', () => {
  let device: FakeDevice;
  let link: BluetoothLink;

  beforeEach(() => {
    device = new FakeDevice();
    link = new BluetoothLink(device as unknown as BluetoothDevice, clock);
  });

  it('connects, finds everything and makes the system pair', async () => {
    await clock.finish(link.open());
    expect(device.read).toEqual(['Status']);
    expect(await clock.finish(link.read('Identity'))).toEqual(Uint8Array.of(characteristics.Identity.number));
    await clock.finish(link.write('Command', Uint8Array.of(1, 2)));
    expect(device.written).toEqual([['Command', 1, 2]]);
    expect(link.name).toBe('HAIP');
  });

  it('hears notifications, also after it was lost and opened again, and each once', async () => {
    const heard: number[][] = [];
    let lost = 0;
    link.onLost = () => lost++;
    await clock.finish(link.open());
    await clock.finish(link.listen('Status', (frame) => heard.push([...frame])));
    device.tell('Status', 7);
    device.disconnect();
    expect(lost).toBe(1);
    device.tell('Status', 8);
    await clock.finish(link.open());
    await clock.finish(link.listen('Status', (frame) => heard.push([...frame])));
    device.tell('Status', 9);
    expect(heard).toEqual([[7], [9]]);
  });

  it('ends an old subscription on the next connection when the link went as it was ended', async () => {
    const heard: number[][] = [];
    await clock.finish(link.open());
    await clock.finish(link.listen('Status', (frame) => heard.push([...frame])));
    device.disconnect();
    await clock.finish(link.open());
    device.fails.stop = new DOMException('GATT Server is disconnected.', 'NetworkError');
    await expect(clock.finish(link.listen('Status', (frame) => heard.push([...frame])))).rejects.toBeDefined();
    device.disconnect();
    device.fails.stop = undefined;
    await clock.finish(link.open());
    await clock.finish(link.listen('Status', (frame) => heard.push([...frame])));
    device.tell('Status', 9);
    expect(heard).toEqual([[9]]);
  });

  it('that is closed and opened at once keeps what the second try reaches', async () => {
    device.connectMs = 1_000;
    device.clock = clock;
    const first = link.open().catch((error: unknown) => error);
    link.close();
    await clock.finish(link.open());
    await clock.finish(first);
    expect(device.connected).toBe(true);
  });

  it.each([
    ['outOfRange', (failing: FakeDevice) => (failing.fails.connect = new DOMException('Connection failed', 'NetworkError'))],
    ['notAPump', (failing: FakeDevice) => (failing.fails.service = new DOMException('No Services matching UUID', 'NotFoundError'))],
    ['pairingFailed', (failing: FakeDevice) => (failing.fails.read = new DOMException('GATT operation not authorized.', 'SecurityError'))],
    ['pairingFailed', (failing: FakeDevice) => (failing.fails.read = new DOMException('GATT Error: Not paired.', 'NetworkError'))],
    ['pairingFailed', (failing: FakeDevice) => (failing.fails.read = new DOMException('GATT operation not permitted.', 'NotSupportedError'))],
  ] as const)('says %s', async (problem, fail) => {
    fail(device);
    await expect(clock.finish(link.open())).rejects.toMatchObject({ problem });
    expect(device.connected).toBe(false);
  });

  it('waits for a person who types a passkey', async () => {
    device.readMs = 40_000;
    device.clock = clock;
    await clock.finish(link.open());
    device.readMs = 6_000;
    let lost = 0;
    link.onLost = () => lost++;
    await expect(clock.finish(link.read('Status'))).rejects.toMatchObject({ problem: 'lost' });
    expect([lost, device.connected]).toEqual([1, false]);
  });

  it('gives up a connect that does not end, and lets go of a pump that it reaches too late', async () => {
    device.connectMs = 30_000;
    device.clock = clock;
    const result = link.open().catch((error: unknown) => error);
    await clock.run(24_900);
    expect(device.connected).toBe(false);
    expect(await clock.finish(result)).toMatchObject({ problem: 'lost' });
    await clock.run(10_000);
    expect(device.connected).toBe(false);

    // Whoever tries again meanwhile keeps what the first try reaches.
    const early = link.open().catch((error: unknown) => error);
    await clock.finish(early);
    device.connectMs = 6_000;
    await clock.finish(link.open());
    await clock.run(10_000);
    expect(device.connected).toBe(true);
  });

  it('tries a write again that the pump had no room for', async () => {
    await clock.finish(link.open());
    device.busy = 2;
    await clock.finish(link.write('Command', Uint8Array.of(3)));
    expect(device.written).toEqual([['Command', 3]]);
  });

  it('that is closed is not lost', async () => {
    let lost = 0;
    link.onLost = () => lost++;
    await clock.finish(link.open());
    link.close();
    expect([lost, device.connected]).toEqual([0, false]);
    await expect(clock.finish(link.read('Status'))).rejects.toBeInstanceOf(LinkError);
  });
});

describe('a link over a socket', () => {
  class FakeSocket implements Socket {
    binaryType: BinaryType = 'blob';
    onopen: WebSocket['onopen'] = null;
    onmessage: WebSocket['onmessage'] = null;
    onclose: WebSocket['onclose'] = null;
    readonly sent: number[][] = [];
    answer: (frame: number[]) => number[] | null = (frame) => [(frame[0] ?? 0) | 0x80, frame[1] ?? 0, 42];

    send(data: unknown): void {
      this.sent.push([...(data as Uint8Array)]);
      const answer = this.answer([...(data as Uint8Array)]);

      if (answer !== null) {
        this.tell(...answer);
      }
    }

    tell(...frame: number[]): void {
      this.onmessage?.call(this as unknown as WebSocket, { data: Uint8Array.from(frame).buffer } as MessageEvent);
    }

    end(code: number): void {
      this.onclose?.call(this as unknown as WebSocket, { code } as CloseEvent);
    }

    close(): void {}
  }

  let socket: FakeSocket;
  let link: SocketLink;
  let answer: ((frame: number[]) => number[] | null) | null;

  beforeEach(() => {
    answer = null;
    link = new SocketLink(
      'demo',
      () => {
        socket = new FakeSocket();
        socket.answer = answer ?? socket.answer;
        void Promise.resolve().then(() => socket.onopen?.call(socket as unknown as WebSocket, new Event('open')));
        return socket;
      },
      clock,
    );
  });

  it('asks, is answered and hears', async () => {
    const heard: number[][] = [];
    await clock.finish(link.open());
    expect(await clock.finish(link.read('Identity'))).toEqual(Uint8Array.of(42));
    await clock.finish(link.write('Command', Uint8Array.of(1, 2)));
    await clock.finish(link.listen('Status', (frame) => heard.push([...frame])));
    socket.tell(0x84, characteristics.Status.number, 5, 6);
    socket.tell(0x84, characteristics.Event.number, 7);
    expect(socket.sent).toEqual([[1, 2], [1, 1], [2, 6, 1, 2], [3, 2]]);
    expect(heard).toEqual([[5, 6]]);
  });

  it.each([[0x05, 'pairingFailed'], [0x0f, 'pairingFailed'], [0x0a, 'notAPump'], [0x80, 'busy']] as const)('understands the ATT error %i', async (code, problem) => {
    await clock.finish(link.open());
    socket.answer = (frame) => [0x85, frame[1] ?? 0, code];
    await expect(clock.finish(link.read('Alarms'))).rejects.toMatchObject({ problem });
  });

  it.each([[4001, 'busy'], [4002, 'outOfRange'], [1006, 'outOfRange']] as const)('that the server closes at once with %i says %s', async (code, problem) => {
    answer = () => {
      socket.end(code);
      return null;
    };
    await expect(clock.finish(link.open())).rejects.toMatchObject({ problem });
  });

  it('is lost with its socket', async () => {
    let lost = 0;
    link.onLost = () => lost++;
    await clock.finish(link.open());
    socket.end(4003);
    expect(lost).toBe(1);
    await expect(clock.finish(link.read('Status'))).rejects.toMatchObject({ problem: 'lost' });
    await clock.finish(link.open());
    expect(await clock.finish(link.read('Status'))).toEqual(Uint8Array.of(42));
  });
});

describe('what is missing', () => {
  const there = { getAvailability: () => Promise.resolve(true) };
  const linux = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

  it('is nothing in a browser that has all', async () => {
    expect(await bluetoothSupport({ isSecureContext: true, userAgent: linux, bluetooth: there })).toBeNull();
  });

  it.each([
    [linux, 'linuxFlag'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'otherBrowser'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1', 'iosApp'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15', 'otherBrowser'],
  ] as const)('in %s comes with advice', async (userAgent, advice) => {
    expect(await bluetoothSupport({ isSecureContext: true, userAgent, bluetooth: undefined })).toEqual({ problem: 'noBluetooth', advice });
  });

  it('is a secure context, or an adapter', async () => {
    expect(await bluetoothSupport({ isSecureContext: false, userAgent: linux, bluetooth: undefined })).toEqual({ problem: 'insecure' });
    expect(await bluetoothSupport({ isSecureContext: true, userAgent: linux, bluetooth: { getAvailability: () => Promise.resolve(false) } })).toEqual({ problem: 'noAdapter' });
  });
});
