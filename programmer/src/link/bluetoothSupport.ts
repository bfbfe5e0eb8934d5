/** What keeps this browser from the pump, and which advice fits; null when nothing does. */
export type MissingBluetooth =
  | { readonly problem: 'insecure' }
  | { readonly problem: 'noBluetooth'; readonly advice: BrowserAdvice }
  | { readonly problem: 'noAdapter' };

/** linuxFlag: Chromium on Linux has it behind chrome://flags/#enable-web-bluetooth. iosApp: no browser of that system has it but Bluefy. */
export type BrowserAdvice = 'linuxFlag' | 'iosApp' | 'otherBrowser';

/** The parts of the browser that are asked. */
export interface BrowserParts {
  readonly isSecureContext: boolean;
  readonly userAgent: string;
  readonly bluetooth: Pick<Bluetooth, 'getAvailability'> | undefined;
}

/** Asks once, before a person presses anything. */
export async function bluetoothSupport(browser: BrowserParts = thisBrowser()): Promise<MissingBluetooth | null> {
  if (!browser.isSecureContext) {
    return { problem: 'insecure' };
  }

  if (browser.bluetooth === undefined) {
    return { problem: 'noBluetooth', advice: adviceFor(browser.userAgent) };
  }

  return (await browser.bluetooth.getAvailability()) ? null : { problem: 'noAdapter' };
}

function thisBrowser(): BrowserParts {
  return { isSecureContext: globalThis.isSecureContext, userAgent: navigator.userAgent, bluetooth: navigator.bluetooth as Bluetooth | undefined };
}

function adviceFor(userAgent: string): BrowserAdvice {
  if (/iPhone|iPad|iPod/.test(userAgent)) {
    return 'iosApp';
  }

  return /Linux/.test(userAgent) && /Chrom(e|ium)\//.test(userAgent) && !/Android/.test(userAgent) ? 'linuxFlag' : 'otherBrowser';
}
