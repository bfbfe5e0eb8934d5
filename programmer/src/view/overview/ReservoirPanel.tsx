import { texts } from '../../texts/texts';
import { dateTime, duration, fixed, ml } from '../format';
import { measureOf, shown } from '../measures';
import { Panel } from '../parts/Panel';
import { Quantity } from '../parts/Quantity';
import { Reading } from '../parts/Reading';
import { usePump } from '../Pump';

/** What is in the pump, how long it lasts, and what it runs on. */
export function ReservoirPanel() {
  const pump = usePump();
  const status = pump.status.value;
  const now = status?.value;
  const drug = pump.drug.value;
  const { overview: words, unit } = texts;
  const dryIn = now?.dryInMinutes ?? null;

  return (
    <Panel title={words.reservoir} from={status}>
      <dl>
        <Reading label={words.inReservoir} from={status}>
          <Quantity value={now === undefined || now.reservoirNl === null ? null : ml(now.reservoirNl)} unit={unit.ml} />
        </Reading>
        <Reading label={words.dry} from={status} note={dryIn === null ? undefined : words.inTime(duration(dryIn * 60))}>
          {status !== null && (dryIn === null ? words.neverDry : dateTime(status.atMs + dryIn * 60_000))}
        </Reading>
        <Reading label={words.drug} from={drug === null ? null : status} note={drug === null ? undefined : texts.nature[drug.value.nature]}>
          {drug !== null && (drug.value.name === '' ? texts.common.unknown : drug.value.name)}
        </Reading>
        <Reading label={words.concentration} from={drug === null ? null : status}>
          {drug !== null && (drug.value.ugPerMl === 0 ? texts.common.nothing : shown(measureOf('Concentration'), drug.value.ugPerMl))}
        </Reading>
        <Reading label={words.scan} from={status}>{now !== undefined && (now.scanAccepted ? texts.order.accepted : texts.order.notAccepted)}</Reading>
        <Reading label={words.battery} from={status}>
          <Quantity value={now === undefined || now.batteryPermille === null ? null : fixed(now.batteryPermille / 10, 0)} unit={unit.percent} />
        </Reading>
      </dl>
    </Panel>
  );
}
