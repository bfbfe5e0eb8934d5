import { signal } from '@preact/signals';

/** A newer page is here, and waits until this one is closed. */
export const newerWaits = signal(false);

/** Keeps the page's files on this device. Without it the page works as long as its server is there. */
export async function registerWorker(): Promise<void> {
  const registration = await navigator.serviceWorker.register('./worker.js');
  newerWaits.value = registration.waiting !== null;

  registration.addEventListener('updatefound', () => {
    const found = registration.installing;
    found?.addEventListener('statechange', () => {
      newerWaits.value = registration.waiting !== null && registration.active !== null;
    });
  });
}
