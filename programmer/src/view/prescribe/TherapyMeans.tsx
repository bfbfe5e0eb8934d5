import { dayNl, doseUgPerDay, limitUgPerDay } from '../../model/dose';
import { dryAtMs } from '../../model/refill';
import type { Segment } from '../../model/Values';
import { texts } from '../../texts/texts';
import { isHeard } from '../age';
import { Comparison } from '../change/Comparison';
import { dose, doseRows, type Row } from '../change/rows';
import { dateTime, ml, mlPerDay } from '../format';
import { nowMs } from '../clock';
import { LastKnown } from '../parts/LastKnown';
import { Notice } from '../parts/Notice';
import { usePump } from '../Pump';
import { DayPicture } from './DayPicture';
import { segmentsOf, type TherapyDraft } from './therapyDraft';

const hoursPerDay = 24;

/** What a draft means, beside what runs: the page's own arithmetic. What counts is the pump's, in its echo. */
export function TherapyMeans({ draft }: { readonly draft: TherapyDraft }) {
  const pump = usePump();
  const { prescribe: words, unit, common } = texts;
  const status = pump.status.value?.value;
  const drug = pump.drug.value?.value;
  const running = status?.therapyOrdered === true ? pump.therapy.value?.value ?? null : null;
  const next = segmentsOf(draft);
  const hours = draft.duration.wire.value;
  const reservoirNl = status?.reservoirNl ?? null;

  const meanNlPerHour = (segments: readonly Segment[]) => dayNl(segments) / hoursPerDay;
  const rate = (segments: readonly Segment[]) => `${mlPerDay(meanNlPerHour(segments))} ${unit.mlPerDay}`;
  const volumeOf = (segments: readonly Segment[], lastsHours: number) => `${ml(meanNlPerHour(segments) * lastsHours)} ${unit.ml}`;

  function dry(segments: readonly Segment[]): string {
    const atMs = reservoirNl === null ? null : dryAtMs(reservoirNl, meanNlPerHour(segments), nowMs.value);
    return atMs === null ? common.unknown : dateTime(atMs);
  }

  const now = running?.segments ?? null;
  const needNl = next === null || hours === null ? null : meanNlPerHour(next) * hours;
  const limitUg = drug === undefined || drug.weightG === 0 ? null : limitUgPerDay(drug.weightG, drug.ugPerDay, drug.ugPerKgPerDay);
  const nextUg = next === null || drug === undefined ? null : doseUgPerDay(next, drug.ugPerMl);

  const rows: readonly Row[] = [
    { label: words.meanRate, before: now && rate(now), after: next && rate(next) },
    ...(drug === undefined || drug.ugPerMl === 0 ? [] : doseRows(now && doseUgPerDay(now, drug.ugPerMl), nextUg, drug.weightG)),
    { label: words.volume, before: running && volumeOf(running.segments, running.durationHours), after: next && hours !== null ? volumeOf(next, hours) : null },
    { label: words.dry, before: now && dry(now), after: next && dry(next) },
  ];

  return (
    <div class={isHeard(pump) ? 'means' : 'means stale'}>
      <LastKnown from={pump.status.value} />
      <Comparison caption={words.meansCaption} before={words.runsNow} after={words.draft} rows={rows} marked={needNl !== null} />
      <DayPicture before={now} after={next} />
      {nextUg !== null && limitUg !== null && drug?.nature === 'Cytotoxic' && nextUg > limitUg && <Notice tone="bad"><p>{words.aboveDose(dose(limitUg, drug.weightG))}</p></Notice>}
      {needNl !== null && reservoirNl !== null && needNl > reservoirNl && <Notice tone="warning"><p>{words.reservoirTooSmall(`${ml(needNl)} ${unit.ml}`, `${ml(reservoirNl)} ${unit.ml}`)}</p></Notice>}
      <p class="hint">{words.meansHint}</p>
    </div>
  );
}
