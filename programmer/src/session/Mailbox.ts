import { within, type Clock } from '../link/Clock';

/** Frames of one characteristic in the order in which they came, for one reader. */
export class Mailbox {
  private readonly frames: Uint8Array[] = [];
  private awake: (() => void) | null = null;
  private failure: Error | null = null;

  constructor(private readonly clock: Clock) {}

  put(frame: Uint8Array): void {
    this.frames.push(frame);
    this.awake?.();
  }

  /** Forgets what nobody has read, and any failure. */
  clear(): void {
    this.frames.length = 0;
    this.failure = null;
  }

  /** Whoever waits, or asks from now on, gets this error. */
  fail(error: Error): void {
    this.failure = error;
    this.awake?.();
  }

  /** The next frame; null when none comes in time. */
  async next(mostMs: number): Promise<Uint8Array | null> {
    if (this.frames.length === 0 && this.failure === null) {
      await within(this.clock, mostMs, new Promise<void>((resolve) => (this.awake = resolve)));
      this.awake = null;
    }

    if (this.failure !== null) {
      throw this.failure;
    }

    return this.frames.shift() ?? null;
  }
}
