import { signal, type Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { PumpModel } from '../../model/PumpModel';
import type { Segment, Therapy } from '../../model/Values';
import { clock } from '../format';
import { measures, typed } from '../measures';
import { numberField, type NumberFieldState } from '../parts/numberField';
import { usePump } from '../Pump';

/** A part of the day in the making. */
export interface SegmentDraft {
  readonly key: number;
  /** hh:mm, UTC. */
  readonly start: Signal<string>;
  readonly rate: NumberFieldState;
}

/** A therapy in the making. */
export interface TherapyDraft {
  readonly profile: Signal<boolean>;
  readonly rate: NumberFieldState;
  readonly segments: Signal<readonly SegmentDraft[]>;
  readonly duration: NumberFieldState;
  readonly patency: NumberFieldState;
  readonly resume: NumberFieldState;
}

/** A draft that begins with what runs, kept as long as the screen. */
export function useTherapyDraft(): TherapyDraft {
  const pump = usePump();
  return useMemo(() => draftOf(pump, pump.therapy.peek()?.value ?? null), []);
}

let nextKey = 0;

export function segmentDraft(pump: PumpModel, startMinute: number, rate: string): SegmentDraft {
  return { key: nextKey++, start: signal(clock(startMinute)), rate: numberField(pump, rate, { limit: 'TherapyRate' }) };
}

/** The segments of a draft; null while one of its numbers will not do. */
export function segmentsOf(draft: TherapyDraft): readonly Segment[] | null {
  if (!draft.profile.value) {
    const nlPerHour = draft.rate.wire.value;
    return nlPerHour === null ? null : [{ startMinute: 0, nlPerHour }];
  }

  const segments: Segment[] = [];

  for (const row of draft.segments.value) {
    const startMinute = minuteOf(row.start.value);
    const nlPerHour = row.rate.wire.value;

    if (startMinute === null || nlPerHour === null || (segments.length > 0 && startMinute <= (segments[segments.length - 1]?.startMinute ?? 0))) {
      return null;
    }

    segments.push({ startMinute, nlPerHour });
  }

  return segments;
}

/** The therapy of a draft; null while it is none. */
export function therapyOf(draft: TherapyDraft): Therapy | null {
  const segments = segmentsOf(draft);
  const durationHours = draft.duration.wire.value;
  const patencyNlPerHour = draft.patency.wire.value;
  const resumeWithinMinutes = draft.resume.wire.value;
  return segments === null || durationHours === null || patencyNlPerHour === null || resumeWithinMinutes === null ? null
    : { segments, durationHours, patencyNlPerHour, resumeWithinMinutes };
}

export function fieldsOf(draft: TherapyDraft): readonly NumberFieldState[] {
  const rates = draft.profile.value ? draft.segments.value.map((row) => row.rate) : [draft.rate];
  return [...rates, draft.duration, draft.patency, draft.resume];
}

/** Minute of the day of hh:mm; null for anything else. */
export function minuteOf(text: string): number | null {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute);
}

function draftOf(pump: PumpModel, running: Therapy | null): TherapyDraft {
  const rate = (nlPerHour: number | undefined) => nlPerHour === undefined ? '' : typed(measures.mlPerDay, nlPerHour);
  const number = (value: number | undefined) => value === undefined ? '' : String(value);
  const segments = running?.segments ?? [];

  return {
    profile: signal(segments.length > 1),
    rate: numberField(pump, segments.length === 1 ? rate(segments[0]?.nlPerHour) : '', { limit: 'TherapyRate' }),
    segments: signal((segments.length > 1 ? segments : fourQuarters).map((row) => segmentDraft(pump, row.startMinute, segments.length > 1 ? rate(row.nlPerHour) : ''))),
    duration: numberField(pump, number(running?.durationHours), { limit: 'TherapyDuration' }),
    patency: numberField(pump, rate(running?.patencyNlPerHour), { limit: 'PatencyRate' }),
    resume: numberField(pump, number(running?.resumeWithinMinutes), { limit: 'ResumeWithin' }),
  };
}

/** A day of four parts: what a circadian profile needs at least. */
const fourQuarters: readonly Segment[] = [0, 360, 720, 1_080].map((startMinute) => ({ startMinute, nlPerHour: 0 }));
