import './styles/index.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { chooseBluetooth } from './link/chooseBluetooth';
import { openSocket } from './link/openSocket';
import { createPump } from './model/createPump';
import { registerWorker } from './offline/register';
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

// The development server has none.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => void registerWorker());
}
