import { texts } from '../texts/texts';

const hoursPerDay = 24;
const nlPerMl = 1_000_000;

/** A decimal point and a true minus everywhere: a number must not change its look with the language of the browser. */
export function fixed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

export function mlPerDay(nlPerHour: number): string {
  return fixed(nlPerHour * hoursPerDay / nlPerMl, 3);
}

export function mlPerHour(nlPerHour: number): string {
  return fixed(nlPerHour / nlPerMl, 3);
}

export function ml(nl: number): string {
  return fixed(nl / nlPerMl, 2);
}

export function kPa(pa: number): string {
  return fixed(pa / 1_000, 2);
}

/** Blood pressure as clinicians know it; 133.322 Pa are 1 mmHg. */
export function mmHg(pa: number): string {
  return fixed(pa / 133.322, 0);
}

export function celsius(milliC: number): string {
  return fixed(milliC / 1_000, 1);
}

export function mg(ug: number): string {
  return fixed(ug / 1_000, 2);
}

/** Time of day, here. */
export function time(atMs: number): string {
  const at = new Date(atMs);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
}

/** Day and minute, here: year first, so that nobody reads a month for a day. */
export function dateTime(atMs: number): string {
  const at = new Date(atMs);
  return `${date(atMs)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function date(atMs: number): string {
  const at = new Date(atMs);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Minute of the day as hh:mm. */
export function clock(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The two largest units of a time: 13 d 4 h, 2 h 05 min, 4 min 09 s. */
export function duration(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  const unit = texts.unit;
  return s >= 86_400 ? `${Math.floor(s / 86_400)} ${unit.day} ${Math.floor(s % 86_400 / 3_600)} ${unit.hour}`
    : s >= 3_600 ? `${Math.floor(s / 3_600)} ${unit.hour} ${two(Math.floor(s % 3_600 / 60))} ${unit.minute}`
    : s >= 60 ? `${Math.floor(s / 60)} ${unit.minute} ${two(s % 60)} ${unit.second}`
    : `${s} ${unit.second}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
