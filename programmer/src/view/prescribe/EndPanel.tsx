import { texts } from '../../texts/texts';
import { OrderForm } from '../parts/OrderForm';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';

/** The end of a therapy. The pump shows first what it would end. */
export function EndPanel() {
  const status = usePump().status.value?.value;
  const words = texts.prescribe;

  return (
    <Panel title={words.end}>
      {status?.therapyOrdered === true
        ? <OrderForm fields={[]} order={() => ({ kind: 'end' })}><p>{words.endMeans}</p></OrderForm>
        : <p>{words.nothingToEnd}</p>}
    </Panel>
  );
}
