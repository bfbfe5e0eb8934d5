import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { texts } from '../../texts/texts';

const actions = ['block', 'unblock', 'fever', 'cool', 'climb', 'descend', 'empty', 'fill'] as const;

/** How much faster than a clock the simulated time may run. */
const speeds = [1, 2, 5, 10, 30, 60, 100] as const;

/** What can be done to the virtual patient. */
export function PatientPanel() {
  const said = useSignal('');
  const speed = useSignal(0);
  const id = useId();
  const words = texts.demo;

  async function tell(address: string, body: object, done: string) {
    try {
      const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
      said.value = answer.ok ? done : words.refused(answer.status);
    } catch {
      said.value = words.noServer;
    }
  }

  return (
    <div class="patient">
      <div class="actions">
        {actions.map((action) => (
          <button key={action} type="button" onClick={() => void tell('./demo/patient', { action }, words.did[action])}>{words.actions[action]}</button>
        ))}
      </div>
      <div class="speed">
        <label for={id}>{words.speed}</label>
        <input
          id={id} type="range" min={0} max={speeds.length - 1} step={1} value={speed.value} aria-valuetext={words.times(speeds[speed.value] ?? 1)}
          onInput={(event) => { speed.value = Number(event.currentTarget.value); }}
          onChange={() => {
            const times = speeds[speed.value] ?? 1;
            void tell('./demo/speed', { speed: times }, words.times(times));
          }}
        />
        <output for={id}>{words.times(speeds[speed.value] ?? 1)}</output>
      </div>
      <p class="hint" aria-live="polite">{said.value}</p>
    </div>
  );
}
