/** What a browser offers of what a link needs. */
export type Support = 'ready' | 'insecure' | 'noBluetooth' | 'noAdapter';

/** What can be said at once. Without a secure page the browser hides Bluetooth, so that is the reason to name. */
export function supportNow(): Support {
  return !isSecureContext ? 'insecure' : 'bluetooth' in navigator ? 'ready' : 'noBluetooth';
}

/** What only the operating system knows. */
export async function supportOfAdapter(): Promise<Support> {
  return await navigator.bluetooth.getAvailability() ? 'ready' : 'noAdapter';
}
