import './styles/index.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { chooseBluetooth } from './link/chooseBluetooth';
import { openSocket } from './link/openSocket';
import { createPump } from './model/createPump';
import { startClock } from './view/clock';
import { DemoProvider, readDemoCard } from './view/demo/Demo';
import { PumpProvider } from './view/Pump';
import { followAddress } from './view/routes';
import { App } from './view/shell/App';

const card = signal<string | null>(null);
const chosen = signal(false);
const demo = { card, chosen, choose: (to: boolean) => { chosen.value = to; } };
const pump = createPump(() => (chosen.value ? openSocket() : chooseBluetooth()));
const root = document.getElementById('app');

if (root !== null) {
  startClock();
  followAddress();
  render(
    <PumpProvider value={pump}>
      <DemoProvider value={demo}>
        <App />
      </DemoProvider>
    </PumpProvider>,
    root,
  );
}

void readDemoCard().then((found) => {
  card.value = found;
});

// Without it the page works too, as long as its server is there; the development server has none.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => void navigator.serviceWorker.register('./worker.js'));
}
