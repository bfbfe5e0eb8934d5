import type { Clock } from '../src/link/Clock';

interface Timer {
  readonly atMs: number;
  readonly then: () => void;
}

/** A clock that stands until a test makes time pass. Between two timers everything that is ready runs, signatures too. */
export class TestClock implements Clock {
  private timers: Timer[] = [];
  private ms = 1_800_000_000_000;

  nowMs(): number {
    return this.ms;
  }

  after(ms: number, then: () => void): () => void {
    const timer = { atMs: this.ms + ms, then };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Lets so much time pass. */
  async run(ms: number): Promise<void> {
    const endMs = this.ms + ms;
    await settle();

    for (let next = this.next(endMs); next !== null; next = this.next(endMs)) {
      this.ms = next.atMs;
      this.timers = this.timers.filter((other) => other !== next);
      next.then();
      await settle();
    }

    this.ms = endMs;
  }

  /** What a promise brings, with as much time as it needs. */
  async finish<T>(promise: Promise<T>, mostMs = 200_000): Promise<T> {
    let done = false;
    const end = (): void => {
      done = true;
    };
    promise.then(end, end);

    for (let left = mostMs; left > 0 && !done; left -= 100) {
      await this.run(100);
    }

    return promise;
  }

  private next(endMs: number): Timer | null {
    return this.timers.filter((timer) => timer.atMs <= endMs).sort((one, other) => one.atMs - other.atMs)[0] ?? null;
  }
}

let signatures = 0;

// WebCrypto answers from another thread, which no test may overtake.
for (const name of ['sign', 'importKey'] as const) {
  const real = crypto.subtle[name].bind(crypto.subtle) as (...args: unknown[]) => Promise<unknown>;
  Object.assign(crypto.subtle, {
    async [name](...args: unknown[]) {
      signatures++;

      try {
        return await real(...args);
      } finally {
        signatures--;
      }
    },
  });
}

async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 2; quiet = signatures === 0 ? quiet + 1 : 0) {
    await turn();
  }
}

// One turn of the event loop.
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
