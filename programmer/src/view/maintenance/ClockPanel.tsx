import { texts } from '../../texts/texts';
import { nowMs } from '../clock';
import { dateTime, duration, time } from '../format';
import { OrderForm } from '../parts/OrderForm';
import { Panel } from '../parts/Panel';
import { Reading } from '../parts/Reading';
import { usePump } from '../Pump';

/** The pump's clock beside this device's. */
export function ClockPanel() {
  const status = usePump().status.value;
  const utc = status?.value.utcSeconds ?? null;
  const words = texts.maintenance;
  const off = status === null || utc === null ? null : utc - Math.round(status.atMs / 1_000);

  return (
    <Panel title={words.clock} from={status}>
      <dl>
        <Reading label={words.pumpClock} from={status} note={status?.value.clockTrusted === false ? texts.overview.clockDoubtful : undefined}>
          {utc === null ? texts.common.unknown : `${dateTime(utc * 1_000)}:${time(utc * 1_000).slice(6)}`}
        </Reading>
        <div class="reading"><dt>{words.thisClock}</dt><dd>{dateTime(nowMs.value)}:{time(nowMs.value).slice(6)}</dd></div>
        <Reading label={words.clockOff} from={status}>{off === null ? texts.common.unknown : off === 0 ? words.same : words.off(duration(Math.abs(off)), off > 0)}</Reading>
      </dl>
      <OrderForm fields={[]} order={() => ({ kind: 'clock', utcSeconds: Math.round(Date.now() / 1_000) })}><p class="hint">{words.clockHint}</p></OrderForm>
    </Panel>
  );
}
