import { texts } from '../../texts/texts';
import { useDemo } from '../demo/Demo';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';

/** Offers the server's virtual pump, where it has one. */
export function DemoPanel() {
  const demo = useDemo();
  const pump = usePump();
  const words = texts.demo;

  if (demo === null || demo.card.value === null) {
    return null;
  }

  function change(to: boolean) {
    pump.disconnect();
    demo?.choose(to);

    if (to) {
      void pump.connect();
    }
  }

  return (
    <Panel title={words.title} wide>
      <p>{words.offer}</p>
      <div class="actions">
        {demo.chosen.value
          ? <button type="button" onClick={() => change(false)}>{words.leave}</button>
          : <button type="button" class="primary" onClick={() => change(true)}>{words.take}</button>}
      </div>
    </Panel>
  );
}
