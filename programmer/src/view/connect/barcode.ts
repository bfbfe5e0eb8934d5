/** The browser's own reader of codes, where there is one (Chrome on Android, ChromeOS and macOS). Not in TypeScript's libraries yet. */
export interface CodeReader {
  detect(picture: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}

interface CodeReaderMaker {
  new(options: { readonly formats: readonly string[] }): CodeReader;
  getSupportedFormats(): Promise<readonly string[]>;
}

declare global {
  interface Window {
    readonly BarcodeDetector?: CodeReaderMaker;
  }
}

const qr = 'qr_code';

/** A reader of QR codes; null when this browser has none. */
export async function codeReader(): Promise<CodeReader | null> {
  const maker = window.BarcodeDetector;
  return maker !== undefined && (await maker.getSupportedFormats()).includes(qr) ? new maker({ formats: [qr] }) : null;
}
