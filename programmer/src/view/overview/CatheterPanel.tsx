import { texts } from '../../texts/texts';
import { kPa, mmHg } from '../format';
import { Panel } from '../parts/Panel';
import { Quantity } from '../parts/Quantity';
import { Reading } from '../parts/Reading';
import { usePump } from '../Pump';

/** The way to the artery. */
export function CatheterPanel() {
  const from = usePump().measurements.value;
  const now = from?.value;
  const { overview: words, unit } = texts;

  const pressure = (pa: number | null | undefined) => <Quantity value={pa === null || pa === undefined ? null : kPa(pa)} unit={unit.kPa} />;
  const blood = (pa: number | null | undefined) => pa === null || pa === undefined ? undefined : `${mmHg(pa)} ${unit.mmHg}`;
  const gauge = now === undefined || now.reservoirPa === null || now.ambientPa === null ? null : now.reservoirPa - now.ambientPa;

  return (
    <Panel title={words.catheter} from={from}>
      <dl>
        <Reading label={words.patency} from={from}>{now !== undefined && texts.patency[now.patency]}</Reading>
        <Reading label={words.catheterMean} from={from} note={blood(now?.catheterMeanPa)}>{pressure(now?.catheterMeanPa)}</Reading>
        <Reading label={words.pulse} from={from} note={blood(now?.pulsePa)}>{pressure(now?.pulsePa)}</Reading>
        <Reading label={words.chamber} from={from}>{pressure(now?.chamberPa)}</Reading>
        <Reading label={words.reservoirPressure} from={from} note={words.aboveAmbient}>{pressure(gauge)}</Reading>
      </dl>
    </Panel>
  );
}
