import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { texts } from '../../texts/texts';
import { isHeard } from '../age';
import { useDemo } from '../demo/Demo';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { SessionHolder } from '../shell/SessionHolder';
import { usePump } from '../Pump';
import { CardField } from './CardField';
import { CardScanner } from './CardScanner';

/** The right to command, by the pump's card. The page forgets the card's text as soon as it has handed it on. */
export function SessionPanel() {
  const pump = usePump();
  const demo = useDemo();
  const card = useSignal('');
  const authority = pump.authority.value;
  const words = texts.session;
  const busy = authority.kind === 'opening';
  const others = isHeard(pump) && authority.kind !== 'open' && pump.status.value?.value.sessionOpen === true;
  const linked = pump.connection.value.kind === 'connected';
  const demoCard = demo?.chosen.value === true ? demo.card.value : null;

  useEffect(() => {
    card.value = demoCard ?? '';
  }, [demoCard]);

  function open(text: string) {
    card.value = demoCard ?? '';
    void pump.openSession(text);
  }

  return (
    <Panel title={words.title}>
      <p><SessionHolder />{others && <span class="note">{words.takeOver}</span>}</p>
      {authority.kind === 'none' && authority.refused !== undefined && <Notice tone="bad"><p role="alert">{words.refusals[authority.refused]}{authority.waitSeconds === undefined ? '' : ` ${words.wait(authority.waitSeconds)}`}</p></Notice>}
      {authority.kind === 'ended' && <Notice tone="info"><p role="status">{words.ends[authority.reason]}</p></Notice>}
      {authority.kind === 'open'
        ? <div class="actions"><button type="button" onClick={() => void pump.endSession()}>{words.end}</button></div>
        : (
          <form onSubmit={(event) => { event.preventDefault(); open(card.value); }}>
            <CardField card={card} disabled={!linked || busy} />
            <CardScanner disabled={!linked || busy} found={open} />
            <div class="actions">
              <button type="submit" class="primary" disabled={!linked || busy || card.value.trim() === ''}>{busy ? words.opening : words.open}</button>
            </div>
            {!linked && <Notice tone="info"><p>{words.linkFirst}</p></Notice>}
          </form>
        )}
    </Panel>
  );
}
