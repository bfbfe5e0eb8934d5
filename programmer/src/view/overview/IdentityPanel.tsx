import { texts } from '../../texts/texts';
import { dateTime, duration } from '../format';
import { Panel } from '../parts/Panel';
import { Reading } from '../parts/Reading';
import { usePump } from '../Pump';

/** Which pump this is, and whether it can be relied on to remember. */
export function IdentityPanel() {
  const pump = usePump();
  const identity = pump.identity.value;
  const status = pump.status.value;
  const now = status?.value;
  const words = texts.overview;

  return (
    <Panel title={words.identity} from={status}>
      <dl>
        <div class="reading"><dt>{words.serial}</dt><dd>{identity?.value.serial ?? texts.common.notHeard}</dd></div>
        <div class="reading"><dt>{words.model}</dt><dd>{identity === null ? texts.common.notHeard : `${identity.value.manufacturer} ${identity.value.model}`}</dd></div>
        <div class="reading"><dt>{words.firmware}</dt><dd>{identity?.value.firmware ?? texts.common.notHeard}</dd></div>
        <Reading label={words.clock} from={status} note={now?.clockTrusted === false ? words.clockDoubtful : undefined}>
          {now !== undefined && (now.utcSeconds === null ? texts.common.unknown : dateTime(now.utcSeconds * 1_000))}
        </Reading>
        <Reading label={words.upFor} from={status}>{now !== undefined && duration(now.upSeconds)}</Reading>
        <Reading label={words.memory} from={status}>{now !== undefined && (now.memoryKept ? words.memoryKept : words.memoryLost)}</Reading>
      </dl>
    </Panel>
  );
}
