import { signal } from '@preact/signals';
import type { Authority, Connection } from '../../src/model/Connection';
import type { Change, Echo, Order } from '../../src/model/Order';
import type { Outcome, PumpModel } from '../../src/model/PumpModel';
import type { Dated, DrugInPump, Identity, Limit, LogEntry, Measurements, RunningTherapy, Sample, StandingAlarm, Status } from '../../src/model/Values';
import { limits } from '../../src/protocol/gatt';

const minuteMs = 60_000;

export const fakeIdentity: Identity = {
  serial: 'HAIP-0000017', keyId: 7, hasSecret: true, boot: 12, protocolVersion: 1, manufacturer: 'HAIP', model: 'HAIP-1', firmware: '1.4.0',
};

export const fakeStatus: Status = {
  state: 'Infusing', priority: 'None', delivers: true, alarmForbids: false, therapyOrdered: true, therapyWaits: false, sessionOpen: true, drugKnown: true, cytotoxic: true,
  scanAccepted: true, memoryKept: true, clockTrusted: true, alarmsStanding: 0, batteryPermille: 870, orderedNlPerHour: 54_166, therapyNlPerHour: 54_166, measuredNlPerHour: 54_020,
  orderedNl: 6_502_000, meteredNl: 6_498_400, missedNl: 0, bolusLeftNl: 0, therapyLeftSeconds: 777_600, reservoirNl: 23_501_600, dryInMinutes: 23_810, utcSeconds: Math.floor(Date.now() / 1_000) + 2,
  upSeconds: 432_000, orderChanges: 3,
};

export const fakeMeasurements: Measurements = {
  patency: 'Open', chamberPa: 14_210, catheterMeanPa: 12_380, pulsePa: 4_870, reservoirPa: 103_180, ambientPa: 100_920, drugMilliC: 37_020, boardMilliC: 36_610, altitudeM: 34,
};

export const fakeDrug: DrugInPump = {
  id: 118, nature: 'Cytotoxic', ugPerMl: 6_460, name: 'FLOXURIDINE', weightG: 70_000, ugPerDay: 12_000, ugPerKgPerDay: 150, scanAccepted: true, acceptedAtUtcSeconds: 1_789_000_000,
};

export const fakeTherapy: RunningTherapy = {
  durationHours: 336, resumeWithinMinutes: 60, patencyNlPerHour: 12_500, segments: [{ startMinute: 0, nlPerHour: 54_166 }], leftSeconds: 777_600, doseUgPerDay: 8_398,
};

export const fakeAlarms: readonly StandingAlarm[] = [
  { id: 'CatheterOccluded', priority: 'High', instance: 12, response: 'Stop', silent: false, raisedAtMs: Date.now() - 3 * minuteMs },
  { id: 'PulseLost', priority: 'Medium', instance: 11, response: 'Continue', silent: true, raisedAtMs: Date.now() - 9 * minuteMs },
  { id: 'ReservoirLow', priority: 'Low', instance: 9, response: 'Continue', silent: true, raisedAtMs: Date.now() - 300 * minuteMs },
];

/** A pump out of signals: tests and looks set what it says, and see what it is asked. */
export class ScriptedPump implements PumpModel {
  readonly asked: string[] = [];
  readonly connection = signal<Connection>({ kind: 'none' });
  readonly authority = signal<Authority>({ kind: 'none' });
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
  readonly change = signal<Change>({ kind: 'idle' });
  readonly elsewhere = signal(false);

  /** A session is open and everything is known. */
  fill(): void {
    const atMs = Date.now();
    this.connection.value = { kind: 'connected' };
    this.authority.value = { kind: 'open', keyId: 7, idleEndsAtMs: atMs + 4 * minuteMs };
    this.identity.value = { value: fakeIdentity, atMs };
    this.measurements.value = { value: fakeMeasurements, atMs };
    this.alarms.value = { value: [], atMs };
    this.therapy.value = { value: fakeTherapy, atMs };
    this.drug.value = { value: fakeDrug, atMs };
    this.limits.value = new Map(Object.entries(limits));
    this.say({});
  }

  /** The pump tells a status now. */
  say(news: Partial<Status>): void {
    this.status.value = { value: { ...fakeStatus, ...this.status.peek()?.value, ...news }, atMs: Date.now() };
    this.measurements.value = { value: this.measurements.peek()?.value ?? fakeMeasurements, atMs: Date.now() };
  }

  /** An hour of samples, and two weeks of log. */
  remember(): void {
    const now = Date.now();
    this.samples.value = Array.from({ length: 1_800 }, (_, i): Sample => ({
      atMs: now - (1_800 - i) * 1_000,
      orderedNlPerHour: 54_166, measuredNlPerHour: i < 60 ? null : 54_000 + Math.sin(i / 40) * 700 + Math.sin(i * 12.9898) * 300,
      catheterMeanPa: 12_300 + Math.sin(i / 9) * 220, pulsePa: 4_900 + Math.sin(i / 13) * 160, chamberPa: 13_400 + (i % 26) * 90, drugMilliC: 37_000 + Math.sin(i / 200) * 60,
    }));
    const start = Math.floor(now / 1_000) - 337 * 3_600;
    const entry = (number: number, atSeconds: number, event: string, first: number, second: number): LogEntry => ({ log: 'events', number, atSeconds, clock: true, event, first, second });
    this.log.value = [
      entry(1, start, 'Started', 0, 0), entry(2, start + 40, 'SelfTested', 0, 0), entry(3, start + 300, 'Refilled', 30_000_000, 11_400_000),
      entry(4, start + 500, 'TherapyOrdered', 54_166, 336), entry(5, start + 501, 'StateChanged', 0, 1),
      ...Array.from({ length: 335 }, (_, i) => entry(6 + i, start + (i + 1) * 3_600, 'HourPassed', 54_166, 54_100 + Math.round(Math.sin(i) * 400))),
      { ...entry(400, start + 336 * 3_600, 'AlarmRaised', 22, 0), log: 'faults' as const }, { ...entry(401, start + 336.4 * 3_600, 'AlarmCleared', 22, 0), log: 'faults' as const },
    ];
  }

  active(): void { this.asked.push('active'); }
  importLog(): null { return null; }
  async connect(): Promise<void> { this.asked.push('connect'); this.fill(); }
  disconnect(): void { this.asked.push('disconnect'); this.connection.value = { kind: 'none' }; }
  async openSession(card: string): Promise<void> { this.asked.push(`open ${card}`); this.fill(); }
  async endSession(): Promise<void> { this.asked.push('end session'); this.authority.value = { kind: 'ended', reason: 'Asked' }; }

  async stage(order: Order): Promise<void> {
    this.asked.push(`stage ${order.kind}`);
    this.change.value = { kind: 'staged', order, echo: this.echoOf(order) };
  }

  async commit(confirmed: boolean): Promise<void> {
    this.asked.push(`commit ${confirmed}`);
    const change = this.change.peek();
    this.change.value = change.kind === 'staged' ? { kind: 'confirmed', echo: change.echo, atMs: Date.now() } : change;
  }

  dismiss(): void { this.asked.push('dismiss'); this.change.value = { kind: 'idle' }; }
  async settle(): Promise<void> { this.asked.push('settle'); this.change.value = { kind: 'idle' }; }
  async suspend(): Promise<Outcome> { this.asked.push('suspend'); this.say({ state: 'Suspended', orderedNlPerHour: 0 }); return { kind: 'done' }; }
  async resume(): Promise<Outcome> { this.asked.push('resume'); this.say({ state: 'Infusing' }); return { kind: 'done' }; }
  async acknowledge(newest: number): Promise<Outcome> { this.asked.push(`acknowledge ${newest}`); return { kind: 'done' }; }
  async pauseAudio(newest: number): Promise<Outcome> { this.asked.push(`pause ${newest}`); return { kind: 'done' }; }
  async exportLog(log: 'events' | 'faults'): Promise<Outcome> { this.asked.push(`export ${log}`); this.remember(); return { kind: 'done' }; }
  async stopExport(): Promise<Outcome> { this.asked.push('stop export'); this.exporting.value = null; return { kind: 'done' }; }

  /** An echo that says what was ordered. */
  echoOf(order: Order): Echo {
    const after = order.kind === 'therapy' ? Math.round((order.therapy.segments[0]?.nlPerHour ?? 0) * 24 * fakeDrug.ugPerMl / 1e6) : 8_398;
    return {
      order, needsConfirmation: false, doseChanges: after !== 8_398, endsTherapy: order.kind === 'drug' || order.kind === 'limits' || order.kind === 'scan', cytotoxic: true, unusual: null,
      doseBeforeUgPerDay: 8_398, doseAfterUgPerDay: after, endsAtMs: Date.now() + 60_000,
    };
  }
}
