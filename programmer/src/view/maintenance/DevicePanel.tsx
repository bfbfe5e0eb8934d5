import { texts } from '../../texts/texts';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';

/** What a service asks for first. */
export function DevicePanel() {
  const identity = usePump().identity.value?.value;
  const words = texts.maintenance;
  const rows = identity === undefined ? [] : [
    [texts.overview.serial, identity.serial],
    [texts.overview.model, `${identity.manufacturer} ${identity.model}`],
    [texts.overview.firmware, identity.firmware],
    [words.protocol, String(identity.protocolVersion)],
    [words.key, identity.hasSecret ? String(identity.keyId) : texts.connect.noSecret],
    [words.boots, String(identity.boot)],
  ] as const;

  return (
    <Panel title={words.device}>
      {rows.length === 0 ? <p class="unknown">{texts.common.notHeard}</p>
        : <dl>{rows.map(([label, value]) => <div key={label} class="reading"><dt>{label}</dt><dd>{value}</dd></div>)}</dl>}
    </Panel>
  );
}
