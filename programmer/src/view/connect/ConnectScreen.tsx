import { newerWaits } from '../../offline/register';
import { texts } from '../../texts/texts';
import { useDemo } from '../demo/Demo';
import { Notice } from '../parts/Notice';
import { usePump } from '../Pump';
import { BrowserPanel } from './BrowserPanel';
import { DemoPanel } from './DemoPanel';
import { LinkPanel } from './LinkPanel';
import { SessionPanel } from './SessionPanel';

/** The way to a pump: a browser that can, a link, a session. */
export function ConnectScreen() {
  const virtual = useDemo()?.chosen.value === true;

  return (
    <>
      {usePump().elsewhere.value && <Notice tone="warning">{texts.connect.elsewhere}</Notice>}
      {newerWaits.value && <Notice tone="info"><p>{texts.connect.newer}</p></Notice>}
      <DemoPanel />
      <div class="panels">
        <LinkPanel />
        <SessionPanel />
        {!virtual && <BrowserPanel />}
      </div>
    </>
  );
}
