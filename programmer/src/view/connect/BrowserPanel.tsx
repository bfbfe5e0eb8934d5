import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { texts } from '../../texts/texts';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { supportNow, supportOfAdapter, type Support } from './support';

/** Whether this browser can reach a pump, and which ones can. */
export function BrowserPanel() {
  const support = useSignal<Support>(supportNow());
  const words = texts.connect;

  useEffect(() => {
    if (support.value === 'ready') {
      void supportOfAdapter().then(found => { support.value = found; });
    }
  }, []);

  return (
    <Panel title={words.browser}>
      <Notice tone={support.value === 'ready' ? 'good' : 'bad'}><p>{words.support[support.value]}</p></Notice>
      <table>
        <caption>{words.browsersCaption}</caption>
        <tbody>
          {words.browsers.map(([browser, said]) => <tr key={browser}><th scope="row">{browser}</th><td>{said}</td></tr>)}
        </tbody>
      </table>
      {support.value === 'noBluetooth' && <p>{words.linuxFlag} <code>chrome://flags/#enable-web-bluetooth</code></p>}
    </Panel>
  );
}
