import { texts } from '../../texts/texts';
import { celsius, fixed, kPa } from '../format';
import { Panel } from '../parts/Panel';
import { Quantity } from '../parts/Quantity';
import { Reading } from '../parts/Reading';
import { usePump } from '../Pump';

/** What is around the pump. */
export function EnvironmentPanel() {
  const from = usePump().measurements.value;
  const now = from?.value;
  const { overview: words, unit } = texts;

  const degrees = (milliC: number | null | undefined) => <Quantity value={milliC === null || milliC === undefined ? null : celsius(milliC)} unit={unit.celsius} />;

  return (
    <Panel title={words.environment} from={from}>
      <dl>
        <Reading label={words.drugTemperature} from={from}>{degrees(now?.drugMilliC)}</Reading>
        <Reading label={words.boardTemperature} from={from}>{degrees(now?.boardMilliC)}</Reading>
        <Reading label={words.ambient} from={from}><Quantity value={now === undefined || now.ambientPa === null ? null : kPa(now.ambientPa)} unit={unit.kPa} /></Reading>
        <Reading label={words.altitude} from={from} note={words.altitudeNote}>
          <Quantity value={now === undefined || now.altitudeM === null ? null : fixed(now.altitudeM, 0)} unit={unit.m} />
        </Reading>
      </dl>
    </Panel>
  );
}
