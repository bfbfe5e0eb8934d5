import { LinkError } from './PumpLink';

/**
 * What a DOMException of Web Bluetooth means for a link. Names and messages: Chromium, third_party/blink/renderer/modules/bluetooth/bluetooth_error.cc.
 * What is none of the others may be a pump without room (ATT error 0x80), for which Chromium has no word of its own.
 */
export function bluetoothProblem(error: unknown, connected: boolean): LinkError {
  if (error instanceof LinkError) {
    return error;
  }

  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const message = error instanceof Error || error instanceof DOMException ? error.message : '';

  // The page asks for nothing that the table forbids: BlueZ says NotPermitted when it could not pair (src/gatt-client.c).
  if (name === 'SecurityError' || /not (authorized|paired|permitted)/i.test(message)) {
    return new LinkError('pairingFailed', error);
  }

  if (!connected) {
    return new LinkError('lost', error);
  }

  if (name === 'NotFoundError' || name === 'InvalidModificationError') {
    return new LinkError('notAPump', error);
  }

  return new LinkError('busy', error);
}
