/** Time, so that tests can make it pass. */
export interface Clock {
  /** Milliseconds since 1970, for people to read. */
  nowMs(): number;

  /** Calls back once, so many milliseconds from now. Returns what calls it off. */
  after(ms: number, then: () => void): () => void;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(ms, then) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

export function wait(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}

/** What the promise brings, or null when it takes longer. */
export async function within<T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T | null> {
  let stop = (): void => {};
  const late = new Promise<null>((resolve) => {
    stop = clock.after(ms, () => resolve(null));
  });

  try {
    return await Promise.race([promise, late]);
  } finally {
    stop();
  }
}
