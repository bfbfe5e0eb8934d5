import { wait, within, type Clock } from './Clock';
import { LinkError } from './PumpLink';

/** The longest that one operation may take. */
const operationMs = 5_000;

/** While a person types the passkey. */
export const pairingMs = 60_000;

const tries = 6;
const busyPauseMs = 300;

/** One operation at a time, because browsers refuse a second. One that the pump was too busy for is tried again, then given up as busy. */
export class OperationQueue {
  private last: Promise<unknown> = Promise.resolve();
  private connection = 0;
  private lost = false;
  private endWaiting: (() => void) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly onStuck: () => void,
  ) {}

  /** A new connection: operations of the one before are over. */
  begin(): void {
    this.end();
    this.connection++;
    this.last = Promise.resolve();
    this.lost = false;
  }

  /** The connection is gone: whatever waits fails with LinkError lost. */
  end(): void {
    this.lost = true;
    this.endWaiting?.();
  }

  run<T>(operation: () => Promise<T>, mostMs = operationMs): Promise<T> {
    const connection = this.connection;
    const result = this.last.then(() => this.attempt(connection, operation, mostMs));
    this.last = result.catch(() => {}); // whoever asked is told; the next one goes on
    return result;
  }

  private async attempt<T>(connection: number, operation: () => Promise<T>, mostMs: number): Promise<T> {
    for (let left = tries; ; left--) {
      try {
        return await this.once(connection, operation, mostMs);
      } catch (error) {
        if (!(error instanceof LinkError && error.problem === 'busy') || left === 1) {
          throw error;
        }

        await wait(this.clock, busyPauseMs);
      }
    }
  }

  private async once<T>(connection: number, operation: () => Promise<T>, mostMs: number): Promise<T> {
    if (this.lost || connection !== this.connection) {
      throw new LinkError('lost');
    }

    const gone = new Promise<never>((_, reject) => {
      this.endWaiting = () => reject(new LinkError('lost'));
    });
    const done = await within(this.clock, mostMs, Promise.race([operation().then((value) => ({ value })), gone]));
    this.endWaiting = null;

    if (done === null) {
      this.lost = true;
      this.onStuck(); // an operation that never ends blocks all others: only another connection helps
      throw new LinkError('lost');
    }

    return done.value;
  }
}
