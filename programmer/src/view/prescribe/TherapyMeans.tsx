import { texts } from '../../texts/texts';
import { Comparison } from '../change/Comparison';
import { dose, type Row } from '../change/rows';
import { dateTime, ml, mlPerDay } from '../format';
import { nowMs } from '../clock';
import { Notice } from '../parts/Notice';
import { usePump } from '../Pump';
import { dryAtMs, meanNlPerHour, ugPerDay, volumeNl } from './arithmetic';
import { DayPicture } from './DayPicture';
import { segmentsOf, type TherapyDraft } from './therapyDraft';

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

  const both = (label: string, before: string | null, after: string | null): Row => ({ label, before, after: after ?? common.unknown });
  const rate = (nlPerHour: number) => `${mlPerDay(nlPerHour)} ${unit.mlPerDay}`;
  const doseOf = (nlPerHour: number) => drug === undefined || drug.ugPerMl === 0 ? words.noDose : dose(ugPerDay(nlPerHour, drug.ugPerMl), drug.weightG);
  const dry = (nlPerHour: number) => reservoirNl === null ? common.unknown : dateTime(dryAtMs(reservoirNl, nlPerHour, nowMs.value));
  const runs = running === null ? null : meanNlPerHour(running.segments);
  const mean = next === null ? null : meanNlPerHour(next);
  const needNl = mean === null || hours === null ? null : volumeNl(mean, hours);
  const limitUg = drug === undefined || drug.weightG === 0 ? null : Math.min(drug.ugPerDay, drug.ugPerKgPerDay * drug.weightG / 1_000);
  const nextUg = mean === null || drug === undefined ? null : ugPerDay(mean, drug.ugPerMl);

  const rows: readonly Row[] = [
    both(words.meanRate, runs === null ? null : rate(runs), mean === null ? null : rate(mean)),
    both(words.dose, runs === null ? null : doseOf(runs), mean === null ? null : doseOf(mean)),
    both(words.volume, running === null || runs === null ? null : `${ml(volumeNl(runs, running.durationHours))} ${unit.ml}`, needNl === null ? null : `${ml(needNl)} ${unit.ml}`),
    both(words.dry, runs === null ? null : dry(runs), mean === null ? null : dry(mean)),
  ];

  return (
    <div class="means">
      <Comparison caption={words.meansCaption} before={words.runsNow} after={words.draft} rows={rows} />
      <DayPicture before={running?.segments ?? null} after={next} />
      {nextUg !== null && limitUg !== null && drug?.nature === 'Cytotoxic' && nextUg > limitUg && <Notice tone="bad"><p>{words.aboveDose(dose(limitUg, drug.weightG))}</p></Notice>}
      {needNl !== null && reservoirNl !== null && needNl > reservoirNl && <Notice tone="warning"><p>{words.reservoirTooSmall(`${ml(needNl)} ${unit.ml}`, `${ml(reservoirNl)} ${unit.ml}`)}</p></Notice>}
      <p class="hint">{words.meansHint}</p>
    </div>
  );
}
