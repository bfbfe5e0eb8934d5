import type { Change } from '../../model/Order';
import { texts } from '../../texts/texts';
import { whyNoCommand } from '../may';
import { Notice } from '../parts/Notice';
import { usePump } from '../Pump';
import { hashOf } from '../routes';
import { Comparison } from './Comparison';
import { rowsOf } from './rows';

/** Nobody knows whether the pump did it. Nothing is sent again: the pump is asked what holds. */
export function Unknown({ change }: { readonly change: Extract<Change, { kind: 'unknown' }> }) {
  const pump = usePump();
  const why = whyNoCommand(pump);
  const words = texts.change;

  return (
    <>
      <p role="alert">{change.wasCommitted ? words.unknownCommitted : words.unknownStaged}</p>
      <Comparison caption={words.unknownCaption} before={words.beforeThen} after={words.asked} rows={rowsOf(change.order, pump)} />
      {why !== null && <Notice tone="info">{why} <a href={hashOf('connect')}>{words.toConnect}</a></Notice>}
      <div class="actions">
        <button type="button" class="primary" disabled={why !== null} onClick={() => void pump.settle()}>{words.settle}</button>
      </div>
    </>
  );
}
