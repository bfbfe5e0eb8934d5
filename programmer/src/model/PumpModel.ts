import type { ReadonlySignal } from '@preact/signals';
import type { Authority, Connection } from './Connection';
import type { LogFileProblem } from './logFile';
import type { Change, Order, Reason } from './Order';
import type { Dated, DrugInPump, Identity, Limit, LogEntry, Measurements, RunningTherapy, Sample, StandingAlarm, Status } from './Values';

/** Outcome of a command that needs no commit. */
export type Outcome = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly reason: Reason } | { readonly kind: 'unknown' };

/** What the page knows of the pump, and what it can ask of it. The only thing that a view sees. */
export interface PumpModel {
  readonly connection: ReadonlySignal<Connection>;
  readonly authority: ReadonlySignal<Authority>;

  readonly identity: ReadonlySignal<Dated<Identity> | null>;
  readonly status: ReadonlySignal<Dated<Status> | null>;
  readonly measurements: ReadonlySignal<Dated<Measurements> | null>;
  readonly alarms: ReadonlySignal<Dated<readonly StandingAlarm[]> | null>;
  readonly therapy: ReadonlySignal<Dated<RunningTherapy | null> | null>;
  readonly drug: ReadonlySignal<Dated<DrugInPump> | null>;
  /** By the field's name in gatt.json; of the pump when a session is or was open, else empty. */
  readonly limits: ReadonlySignal<ReadonlyMap<string, Limit>>;

  /** Of the connection's time, one a second, at most an hour. */
  readonly samples: ReadonlySignal<readonly Sample[]>;

  /** What was exported or imported. */
  readonly log: ReadonlySignal<readonly LogEntry[]>;
  readonly exporting: ReadonlySignal<{ readonly received: number; readonly promised: number } | null>;

  readonly change: ReadonlySignal<Change>;

  /** Another tab holds the pump; this one only says so. */
  readonly elsewhere: ReadonlySignal<boolean>;

  connect(): Promise<void>;
  disconnect(): void;

  /** With the text of a card; kept in memory until the session ends. */
  openSession(card: string): Promise<void>;
  endSession(): Promise<void>;

  stage(order: Order): Promise<void>;
  /** Commits the echo that is staged. confirmed: the person has said yes to what is unusual. */
  commit(confirmed: boolean): Promise<void>;
  /** Back to idle; what is staged is left to expire. Not in committing or unknown. */
  dismiss(): void;
  /** After 'unknown': reads what holds and sets change to confirmed, refused or idle. Needs an open session. */
  settle(): Promise<void>;

  suspend(): Promise<Outcome>;
  resume(): Promise<Outcome>;
  acknowledge(newestInstance: number): Promise<Outcome>;
  pauseAudio(newestInstance: number): Promise<Outcome>;

  /** A person does something: while that is so, the session is kept open. */
  active(): void;

  exportLog(log: 'events' | 'faults'): Promise<Outcome>;
  stopExport(): Promise<Outcome>;
  /** Shows a file that was exported before in place of the log. Null when it was read, else why not. */
  importLog(text: string): LogFileProblem | null;
}
