import { texts } from '../../texts/texts';
import { Notice } from '../parts/Notice';
import { usePump } from '../Pump';
import { BrowserPanel } from './BrowserPanel';
import { DemoPanel } from './DemoPanel';
import { LinkPanel } from './LinkPanel';
import { SessionPanel } from './SessionPanel';

/** The way to a pump: a browser that can, a link, a session. */
export function ConnectScreen() {
  return (
    <>
      {usePump().elsewhere.value && <Notice tone="warning">{texts.connect.elsewhere}</Notice>}
      <div class="panels">
        <DemoPanel />
        <LinkPanel />
        <SessionPanel />
        <BrowserPanel />
      </div>
    </>
  );
}
