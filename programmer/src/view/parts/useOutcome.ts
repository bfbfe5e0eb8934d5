import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { Outcome } from '../../model/PumpModel';
import { texts } from '../../texts/texts';
import { reasonText } from '../change/reasonText';

interface Asked {
  /** The pump has said that it did it. */
  readonly done: ReadonlySignal<boolean>;
  /** Asked, and not answered yet. */
  readonly pending: ReadonlySignal<boolean>;
  /** What came of it, in words; null before and when it was done. */
  readonly said: ReadonlySignal<string | null>;
  readonly ask: (command: () => Promise<Outcome>) => void;
}

/** A command that is done at once: pending until the pump has answered, and its refusal in words. */
export function useOutcome(): Asked {
  const pending = useSignal(false);
  const done = useSignal(false);
  const said = useSignal<string | null>(null);

  async function run(command: () => Promise<Outcome>) {
    pending.value = true;
    done.value = false;
    said.value = null;

    try {
      const outcome = await command();
      done.value = outcome.kind === 'done';
      said.value = outcome.kind === 'done' ? null : outcome.kind === 'refused' ? reasonText(outcome.reason) : texts.outcome.unknown;
    } finally {
      pending.value = false;
    }
  }

  return { done, pending, said, ask: (command) => void run(command) };
}
