import type { Clock } from '../link/Clock';
import { LinkError, type Characteristic, type PumpLink } from '../link/PumpLink';
import { readAlarmFrame, writeReceipt } from '../protocol/AlarmFrame';
import { readAlarmList } from '../protocol/AlarmList';
import { readEvent } from '../protocol/EventMessage';
import { unseal, type Unsealed } from '../protocol/FrameSeal';
import { eventFlags } from '../protocol/gatt';
import { readMeasurements } from '../protocol/MeasurementsMessage';
import { ProtocolError } from '../protocol/ProtocolError';
import { readStatus } from '../protocol/StatusMessage';
import { AlarmBook } from './AlarmBook';
import { altitudeOf } from './altitude';
import type { PumpSignals } from './PumpSignals';
import { readWhole } from './readWhole';
import { sampleOf, withSample } from './samples';

/** What the pump tells without a session. A frame that is torn or repeated is none: what is shown grows old instead. */
export class PumpFeed {
  /** Something changed in the pump: flags of eventFlags. */
  onChanged: ((flags: number) => void) | null = null;

  private readonly book = new AlarmBook();
  private lastStatus = 0;
  private changes = -1;
  private orderChanges = -1;
  private listing = false;

  constructor(
    private readonly link: PumpLink,
    private readonly signals: PumpSignals,
    private readonly clock: Clock,
  ) {}

  /** Subscribes and reads what is there. After every opening of the link. */
  async start(): Promise<void> {
    this.book.clear();
    this.changes = this.orderChanges = -1;
    this.lastStatus = 0;
    await this.hear('Status', (message) => this.takeStatus(message));
    await this.hear('Measurements', (message) => this.takeMeasurements(message.plain));
    await this.hear('Alarms', (message) => this.takeAlarm(message.plain));
    await this.hear('Event', (message) => this.takeEvent(message.plain));
    await this.listAlarms();
    this.takeStatus(await readWhole(this.link, 'Status', unseal));
    this.takeMeasurements((await readWhole(this.link, 'Measurements', unseal)).plain);
    this.takeEvent((await readWhole(this.link, 'Event', unseal)).plain);
  }

  private hear(characteristic: Characteristic, take: (message: Unsealed) => void): Promise<void> {
    return this.link.listen(characteristic, (frame) => {
      try {
        take(unseal(frame));
      } catch (error) {
        if (!(error instanceof ProtocolError)) {
          throw error;
        }
      }
    });
  }

  private takeStatus(message: Unsealed): void {
    if (message.counter === this.lastStatus) {
      return;
    }

    const status = readStatus(message.plain);
    const atMs = this.clock.nowMs();
    const measurements = this.signals.measurements.value;
    this.lastStatus = message.counter;
    this.signals.status.value = { value: status, atMs };
    this.signals.samples.value = withSample(this.signals.samples.value, sampleOf(atMs, status, measurements));

    if (status.alarmsStanding === this.book.all.length) {
      this.signals.alarms.value = { value: this.book.all, atMs }; // the pump says that there are no others
    } else {
      void this.listAlarms();
    }

    if (status.orderChanges !== this.orderChanges) {
      const first = this.orderChanges < 0;
      this.orderChanges = status.orderChanges;
      this.onChanged?.(first ? 0 : eventFlags.Order);
    }
  }

  private takeMeasurements(plain: Uint8Array): void {
    const { upSeconds: _, ...measured } = readMeasurements(plain);
    this.signals.measurements.value = { value: { ...measured, altitudeM: altitudeOf(measured.ambientPa) }, atMs: this.clock.nowMs() };
  }

  private takeAlarm(plain: Uint8Array): void {
    const frame = readAlarmFrame(plain);
    const atMs = this.clock.nowMs();
    this.book.take(frame, atMs);
    this.signals.alarms.value = { value: this.book.all, atMs };
    this.link.write('Alarms', writeReceipt(frame)).catch(unlessLink); // told again when it gets lost
  }

  private takeEvent(plain: Uint8Array): void {
    const event = readEvent(plain);

    if (event.changes !== this.changes) {
      this.changes = event.changes;
      this.onChanged?.(event.flags);
    }
  }

  private async listAlarms(): Promise<void> {
    if (this.listing) {
      return;
    }

    this.listing = true;

    try {
      this.book.takeList(readAlarmList((await readWhole(this.link, 'Alarms', unseal)).plain));
      this.signals.alarms.value = { value: this.book.all, atMs: this.clock.nowMs() };
    } catch (error) {
      unlessLink(error); // torn, or lost with the link: asked for again with the next status
    } finally {
      this.listing = false;
    }
  }
}

function unlessLink(error: unknown): void {
  if (!(error instanceof LinkError || error instanceof ProtocolError)) {
    throw error;
  }
}
