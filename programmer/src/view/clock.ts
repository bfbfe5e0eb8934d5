import { signal } from '@preact/signals';

const stepMs = 250;

/** The page's time, often enough that an age counts evenly. */
export const nowMs = signal(Date.now());

/** Lets the time run. */
export function startClock(): void {
  setInterval(() => {
    nowMs.value = Date.now();
  }, stepMs);
}
