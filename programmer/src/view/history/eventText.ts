import { alarms, ends, fields, opcodes, verdicts } from '../../protocol/gatt';
import type { LogEntry, PumpState } from '../../model/Values';
import { texts } from '../../texts/texts';
import { alarmText } from '../alarms/alarmText';
import { duration, fixed, ml, mlPerDay, mlPerHour } from '../format';
import { measureOf, shown } from '../measures';

type Telling = (first: number, second: number) => string;

/** In the order of the numbers that the log has for them. */
const states: readonly PumpState[] = ['Standby', 'Infusing', 'Bolus', 'Patency', 'Suspended', 'Stopped', 'SelfTest'];

const { events: words, unit, reason } = texts;

/** What each event's two numbers mean; docs of EventId. */
const tellings: Record<string, Telling> = {
  Started: (why, seconds) => words.started(words.stopReasons[why] ?? String(why), duration(seconds)),
  SelfTested: (step) => step === 0 ? words.selfTestPassed : words.selfTestFailed(words.selfTestSteps[step] ?? String(step)),
  StateChanged: (before, after) => words.stateChanged(state(before), state(after)),
  TherapyOrdered: (rate, hours) => words.therapyOrdered(`${mlPerDay(rate)} ${unit.mlPerDay}`, duration(hours * 3_600)),
  BolusOrdered: (nl, rate) => words.bolusOrdered(`${ml(nl)} ${unit.ml}`, `${mlPerHour(rate)} ${unit.mlPerHour}`),
  OrderRefused: (verdict, field) => words.orderRefused(reason.verdicts[nameIn(verdicts, verdict)] ?? String(verdict), fieldName(field)),
  Refilled: (now, drawn) => words.refilled(`${ml(now)} ${unit.ml}`, drawn < 0 ? words.notMeasured : `${ml(drawn)} ${unit.ml}`),
  Acknowledged: (count) => words.acknowledged(count),
  AudioPaused: () => words.audioPaused,
  HourPassed: (ordered, metered) => words.hourPassed(`${fixed(ordered / 1_000, 1)} ${unit.ul}`, `${fixed(metered / 1_000, 1)} ${unit.ul}`),
  PacketRecovered: (nl) => words.packetRecovered(`${fixed(nl / 1_000, 2)} ${unit.ul}`),
  Resumed: (verdict, gap) => words.resumed(words.resumeVerdicts[verdict] ?? String(verdict), gap < 0 ? texts.common.unknown : duration(gap)),
  EventsLost: (count) => words.eventsLost(count),
  HaltedAtPanel: (before) => words.haltedAtPanel(state(before)),
  ComplianceCorrected: (before, after) => words.complianceCorrected(percent(before), percent(after)),
  FlowGainCorrected: (before, after) => words.flowGainCorrected(percent(before), percent(after)),
  SessionOpened: (key, session) => words.sessionOpened(key, session),
  SessionEnded: (why, commands) => words.sessionEnded(texts.session.endShort[nameIn(ends, why)] ?? String(why), commands),
  KeyFailed: (count) => words.keyFailed(count),
  Programmed: (key, opcode) => words.programmed(key, words.commands[nameIn(opcodes, opcode)] ?? nameIn(opcodes, opcode)),
  ChangedFrom: (field, number) => words.changedFrom(fieldName(field), shown(measureOf(nameIn(fields, field)), number)),
  ChangedTo: (field, number) => words.changedTo(fieldName(field), shown(measureOf(nameIn(fields, field)), number)),
  SecretInstalled: (key) => words.secretInstalled(key),
  AlarmRaised: (id) => words.alarmRaised(alarmOf(id)),
  AlarmCleared: (id) => words.alarmCleared(alarmOf(id)),
  AlarmEscalated: (id) => words.alarmEscalated(alarmOf(id)),
  RecordDamaged: (number) => words.recordDamaged(number),
  SupervisorStopped: (finding) => words.supervisorStopped(words.findings[finding] ?? String(finding)),
};

/** An entry of the log as a sentence; what a newer pump adds is shown by name and numbers. */
export function eventText(entry: LogEntry): string {
  return tellings[entry.event]?.(entry.first, entry.second) ?? words.other(entry.event, entry.first, entry.second);
}

function state(number: number): string {
  const name = states[number];
  return name === undefined ? String(number) : texts.state[name];
}

function fieldName(number: number): string {
  const name = nameIn(fields, number);
  return reason.fields[name] ?? name;
}

function alarmOf(number: number): string {
  return alarmText(Object.entries(alarms).find(([, row]) => row.id === number)?.[0] ?? String(number));
}

function percent(ppm: number): string {
  return `${fixed(ppm / 10_000, 2)} ${unit.percent}`;
}

function nameIn(table: Readonly<Record<string, number>>, number: number): string {
  return Object.keys(table).find((name) => table[name] === number) ?? String(number);
}
