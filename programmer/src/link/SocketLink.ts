import { characteristics } from '../protocol/gatt';
import type { Clock } from './Clock';
import { OperationQueue } from './OperationQueue';
import { LinkError, type Characteristic, type LinkProblem, type PumpLink } from './PumpLink';

const kinds = { read: 1, write: 2, subscribe: 3, readAnswer: 0x81, writeDone: 0x82, subscribed: 0x83, notification: 0x84, error: 0x85 } as const;

/** The server closes a socket with this code when the pump is another page's. */
const anotherPage = 4001;

/** The parts of a WebSocket that are used. */
export type Socket = Pick<WebSocket, 'binaryType' | 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'>;

/**
 * A simulated pump at the other end of a WebSocket. Frames: kind u8, number of the characteristic u8, payload. One request at a time;
 * the answer of kind 0x85 has an ATT error code as payload.
 */
export class SocketLink implements PumpLink {
  onLost: (() => void) | null = null;

  private readonly queue: OperationQueue;
  private readonly heard = new Map<number, (frame: Uint8Array) => void>();
  private socket: Socket | null = null;
  private isOpen = false;
  private answered: ((frame: Uint8Array) => void) | null = null;

  constructor(
    readonly name: string,
    private readonly connect: () => Socket,
    clock: Clock,
  ) {
    this.queue = new OperationQueue(clock, () => this.drop());
  }

  async open(): Promise<void> {
    this.close();
    this.queue.begin();
    let why: LinkProblem = 'outOfRange';

    try {
      const socket = await this.queue.run(() => this.begin());
      socket.onclose = (event) => {
        why = event.code === anotherPage ? 'busy' : 'outOfRange';
        this.drop();
      };
      await this.read('Status'); // as over the air: who may not read it, learns it now
      this.isOpen = true;
    } catch (error) {
      this.close();
      throw error instanceof LinkError && error.problem === 'lost' ? new LinkError(why, error) : error;
    }
  }

  close(): void {
    const socket = this.socket;
    this.isOpen = false;
    this.socket = null;
    this.heard.clear();
    this.queue.end();

    if (socket !== null) {
      socket.onclose = socket.onmessage = null;
      socket.close();
    }
  }

  read(from: Characteristic): Promise<Uint8Array> {
    return this.ask(kinds.read, from, new Uint8Array(), kinds.readAnswer);
  }

  async write(to: Characteristic, frame: Uint8Array): Promise<void> {
    await this.ask(kinds.write, to, frame, kinds.writeDone);
  }

  async listen(to: Characteristic, heard: (frame: Uint8Array) => void): Promise<void> {
    this.heard.set(characteristics[to].number, heard);
    await this.ask(kinds.subscribe, to, new Uint8Array(), kinds.subscribed);
  }

  private begin(): Promise<Socket> {
    const socket = this.connect();
    this.socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.onmessage = (event: MessageEvent<ArrayBuffer>) => this.take(new Uint8Array(event.data));
    return new Promise((resolve, reject) => {
      socket.onopen = () => resolve(socket);
      socket.onclose = () => reject(new LinkError('outOfRange'));
    });
  }

  private ask(kind: number, about: Characteristic, payload: Uint8Array, wanted: number): Promise<Uint8Array> {
    const number = characteristics[about].number;
    return this.queue.run(async () => {
      const answer = new Promise<Uint8Array>((resolve) => {
        this.answered = resolve;
      });
      this.socket?.send(Uint8Array.from([kind, number, ...payload]));
      const frame = await answer;

      if (frame[0] !== wanted || frame[1] !== number) {
        throw new LinkError(problemOf(frame[0] === kinds.error ? frame[2] : undefined));
      }

      return frame.slice(2);
    });
  }

  private take(frame: Uint8Array): void {
    if (frame[0] === kinds.notification) {
      this.heard.get(frame[1] ?? 0)?.(frame.slice(2));
    } else {
      const answered = this.answered;
      this.answered = null;
      answered?.(frame);
    }
  }

  private drop(): void {
    const was = this.isOpen;
    this.close();

    if (was) {
      this.onLost?.();
    }
  }
}

/** ATT error codes: Bluetooth Core 5.4, volume 3, part F, 3.4.1.1; 0x80 is the pump's own for no room. */
function problemOf(attError: number | undefined): LinkProblem {
  switch (attError) {
    case 0x0e: // the pump has not published it yet
    case 0x80:
      return 'busy';
    case 0x05:
    case 0x08:
    case 0x0c:
    case 0x0f:
      return 'pairingFailed';
    default:
      return 'notAPump';
  }
}
