import type { Order } from '../../model/Order';
import { texts } from '../../texts/texts';
import { usePump } from '../Pump';
import { Comparison } from './Comparison';
import { rowsOf } from './rows';

interface Props {
  readonly order: Order;
  readonly close: () => void;
}

/** The answer to an unknown outcome: the pump has not done it, and this is what holds. */
export function NotDone({ order, close }: Props) {
  const words = texts.change;

  return (
    <>
      <p role="alert">{words.notDone}</p>
      <Comparison caption={words.notDoneCaption} before={words.before} after={words.asked} rows={rowsOf(order, usePump())} />
      <div class="actions"><button type="button" onClick={close}>{words.close}</button></div>
    </>
  );
}
