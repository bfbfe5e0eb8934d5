import { texts } from '../../texts/texts';
import { whyNoCommand } from '../may';
import { Notice } from '../parts/Notice';
import { useOutcome } from '../parts/useOutcome';
import { usePump } from '../Pump';
import { newestInstance } from './ranking';

/** A person's answers. They go to the pump with the newest alarm of this list: what came later was not seen and is not answered. */
export function AlarmAnswers() {
  const pump = usePump();
  const { done, pending, said, ask } = useOutcome();
  const newest = newestInstance(pump.alarms.value?.value ?? []);
  const why = whyNoCommand(pump);
  const words = texts.alarms;

  if (newest === null) {
    return null;
  }

  return (
    <>
      <div class="actions">
        <button type="button" class="primary" disabled={pending.value || why !== null} onClick={() => ask(() => pump.acknowledge(newest))}>
          {pending.value ? texts.outcome.pending : words.acknowledge}
        </button>
        <button type="button" disabled={pending.value || why !== null} onClick={() => ask(() => pump.pauseAudio(newest))}>{words.pauseAudio}</button>
      </div>
      <p class="hint">{words.answerHint}</p>
      <p role="status">{done.value ? words.answered : ''}</p>
      {said.value !== null && <Notice tone="bad"><p role="alert">{said.value}</p></Notice>}
      {why !== null && <Notice tone="info"><p>{why}</p></Notice>}
    </>
  );
}
