/** The characteristics of the pump's GATT table that the page uses. */
export type Characteristic =
  | 'Identity' | 'Status' | 'Measurements' | 'Event' | 'Alarms' | 'Session' | 'Command' | 'Data'
  /** Of the standard's Device Information. */
  | 'Manufacturer' | 'Model' | 'FirmwareRevision';

/**
 * The way to one pump. A link carries bytes and knows no message. One operation at a time; an operation that the pump was too
 * busy for is tried again by the link, which the protocol allows for every frame.
 */
export interface PumpLink {
  /** What the link calls the pump; who it is says its Identity. */
  readonly name: string;

  /** Connects, finds the characteristics, and lets the operating system pair. Again after a loss. Throws LinkError. */
  open(): Promise<void>;

  /** Ends the connection; onLost is not called. */
  close(): void;

  read(from: Characteristic): Promise<Uint8Array>;
  write(to: Characteristic, frame: Uint8Array): Promise<void>;

  /** Subscribes; again after every open. */
  listen(to: Characteristic, heard: (frame: Uint8Array) => void): Promise<void>;

  /** The connection was lost. */
  onLost: (() => void) | null;
}

/** Why there is no link, in the words of the texts' table. */
export type LinkProblem = 'cancelled' | 'noBluetooth' | 'insecure' | 'noAdapter' | 'outOfRange' | 'pairingFailed' | 'lost' | 'busy' | 'notAPump';

export class LinkError extends Error {
  constructor(readonly problem: LinkProblem, cause?: unknown) {
    super(problem, { cause });
  }
}
