import { texts } from '../../texts/texts';
import { dose } from '../change/rows';
import { duration, fixed, ml, mlPerDay } from '../format';
import { Panel } from '../parts/Panel';
import { Quantity } from '../parts/Quantity';
import { Reading } from '../parts/Reading';
import { StateMark } from '../parts/StateMark';
import { usePump } from '../Pump';

/** What was ordered, and what came of it. */
export function TherapyPanel() {
  const pump = usePump();
  const status = pump.status.value;
  const now = status?.value;
  const therapy = pump.therapy.value?.value ?? null;
  const { overview: words, unit } = texts;
  // Fewer than 10 uL say nothing of an error.
  const error = now !== undefined && now.orderedNl > 10_000 ? fixed((now.meteredNl / now.orderedNl - 1) * 100, 2) : null;

  return (
    <Panel title={words.therapy} from={status}>
      <dl>
        <Reading label={words.state} from={status}>{now !== undefined && <StateMark state={now.state} />}</Reading>
        <Reading label={words.ordered} from={status}><Quantity value={now === undefined ? null : mlPerDay(now.orderedNlPerHour)} unit={unit.mlPerDay} /></Reading>
        <Reading label={words.measured} from={status}>
          <Quantity value={now === undefined || now.measuredNlPerHour === null ? null : mlPerDay(now.measuredNlPerHour)} unit={unit.mlPerDay} />
        </Reading>
        <Reading label={words.dose} from={therapy === null ? null : status}>
          {therapy !== null && dose(therapy.doseUgPerDay, pump.drug.value?.value.weightG ?? 0)}
        </Reading>
        <Reading label={words.left} from={status}>{now !== undefined && (now.therapyOrdered ? duration(now.therapyLeftSeconds) : words.noTherapy)}</Reading>
        <Reading label={words.metered} from={status} note={error === null ? undefined : words.error(error)}>
          <Quantity value={now === undefined ? null : ml(now.meteredNl)} unit={unit.ml} />
        </Reading>
        <Reading label={words.missed} from={status}><Quantity value={now === undefined ? null : ml(now.missedNl)} unit={unit.ml} /></Reading>
      </dl>
    </Panel>
  );
}
