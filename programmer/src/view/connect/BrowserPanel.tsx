import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { texts } from '../../texts/texts';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { bluetoothSupport, type MissingBluetooth } from '../../link/bluetoothSupport';

/** Whether this browser can reach a pump, and which ones can. */
export function BrowserPanel() {
  const missing = useSignal<MissingBluetooth | null>(null);
  const words = texts.connect;

  useEffect(() => {
    void bluetoothSupport().then((found) => { missing.value = found; });
  }, []);

  return (
    <Panel title={words.browser}>
      <Notice tone={missing.value === null ? 'good' : 'bad'}><p>{words.support[missing.value?.problem ?? 'ready']}</p></Notice>
      <table>
        <caption>{words.browsersCaption}</caption>
        <tbody>
          {words.browsers.map(([browser, said]) => <tr key={browser}><th scope="row">{browser}</th><td>{said}</td></tr>)}
        </tbody>
      </table>
      {missing.value?.problem === 'noBluetooth' && <p>{words.advice[missing.value.advice]}</p>}
    </Panel>
  );
}
