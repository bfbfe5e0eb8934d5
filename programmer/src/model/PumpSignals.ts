import { signal, type Signal } from '@preact/signals';
import type { DrugInPump, Identity, Limit, LogEntry, Measurements, RunningTherapy, Status } from '../protocol/PumpValues';
import type { Change } from './Change';
import type { Authority, Connection } from './Connection';
import type { Dated, Sample, StandingAlarm } from './Values';

/** What PumpModel shows, to be written by the parts that know it. */
export class PumpSignals {
  readonly connection: Signal<Connection> = signal<Connection>({ kind: 'none' });
  readonly authority: Signal<Authority> = signal<Authority>({ kind: 'none' });
  readonly identity = signal<Dated<Identity> | null>(null);
  readonly status = signal<Dated<Status> | null>(null);
  readonly measurements = signal<Dated<Measurements> | null>(null);
  readonly alarms = signal<Dated<readonly StandingAlarm[]> | null>(null);
  readonly therapy = signal<Dated<RunningTherapy | null> | null>(null);
  readonly drug = signal<Dated<DrugInPump> | null>(null);
  readonly limits = signal<ReadonlyMap<string, Limit>>(new Map());
  readonly samples = signal<readonly Sample[]>([]);
  readonly log = signal<readonly LogEntry[]>([]);
  readonly exporting = signal<{ readonly received: number; readonly promised: number } | null>(null);
  readonly change: Signal<Change> = signal<Change>({ kind: 'idle' });
  readonly elsewhere = signal(false);

  /** Nothing is known of a pump; another one may be next. */
  forgetPump(): void {
    this.identity.value = null;
    this.status.value = null;
    this.measurements.value = null;
    this.alarms.value = null;
    this.therapy.value = null;
    this.drug.value = null;
    this.limits.value = new Map();
    this.samples.value = [];
    this.change.value = { kind: 'idle' };
  }
}
