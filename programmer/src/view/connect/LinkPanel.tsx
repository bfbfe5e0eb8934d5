import { texts } from '../../texts/texts';
import { LinkState } from '../shell/LinkState';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';

/** The link to one pump. The browser's own chooser asks which; pairing needs the button on the pump. */
export function LinkPanel() {
  const pump = usePump();
  const link = pump.connection.value;
  const identity = pump.identity.value;
  const words = texts.connect;
  const busy = link.kind === 'connecting';

  return (
    <Panel title={words.link}>
      <p><LinkState /></p>
      {link.kind === 'none' && link.problem !== undefined && link.problem !== 'cancelled' && <Notice tone="bad"><p role="alert">{texts.link.problems[link.problem]}</p></Notice>}
      {link.kind === 'lost' && <Notice tone="warning"><p>{words.lostMeans}</p></Notice>}
      {identity !== null && link.kind === 'connected' && (
        <dl>
          <div class="reading"><dt>{texts.overview.serial}</dt><dd><strong>{identity.value.serial}</strong></dd></div>
          <div class="reading"><dt>{words.key}</dt><dd>{identity.value.hasSecret ? words.keyNumber(identity.value.keyId) : words.noSecret}</dd></div>
        </dl>
      )}
      {link.kind === 'none' && <ol class="steps">{words.pairing.map((step) => <li key={step}>{step}</li>)}</ol>}
      <div class="actions">
        {link.kind === 'connected'
          ? <button type="button" onClick={() => pump.disconnect()}>{words.disconnect}</button>
          : <button type="button" class="primary" disabled={busy || pump.elsewhere.value} onClick={() => void pump.connect()}>{busy ? words.connecting : link.kind === 'lost' ? words.again : words.connect}</button>}
        {link.kind === 'lost' && <button type="button" onClick={() => pump.disconnect()}>{words.giveUp}</button>}
      </div>
    </Panel>
  );
}
