import type { FunctionComponent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../../texts/texts';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';
import { CommitStep } from './CommitStep';
import { DrugStep } from './DrugStep';
import { EmptyStep } from './EmptyStep';
import { FillStep } from './FillStep';
import { IdentifyStep } from './IdentifyStep';
import { beginAgain, refillDraft, steps, type RefillDraft, type Step } from './refillDraft';
import { RinseStep } from './RinseStep';

const bodies: Record<Step, FunctionComponent<{ readonly draft: RefillDraft }>> = {
  identify: IdentifyStep, empty: EmptyStep, fill: FillStep, drug: DrugStep, commit: CommitStep, rinse: RinseStep,
};

/** A refill, step by step. Nothing but the last order changes the pump. */
export function RefillScreen() {
  const pump = usePump();
  const draft = refillDraft(pump);
  const now = draft.step.value;
  const index = steps.indexOf(now);
  const Body = bodies[now];
  const words = texts.refill;
  const region = useRef<HTMLDivElement>(null);
  const first = useRef(true);

  useEffect(() => {
    if (!first.current) {
      region.current?.focus();
    }

    first.current = false;
  }, [now]);

  function go(by: number) {
    draft.step.value = steps[index + by] ?? now;
  }

  return (
    <>
      <ol class="stepper" aria-label={words.steps}>
        {steps.map((step, i) => (
          <li key={step} aria-current={step === now ? 'step' : undefined} class={i < index ? 'done' : undefined}>
            <button type="button" disabled={i > index && !(draft.checked.value && i === index + 1)} onClick={() => { draft.step.value = step; }}>
              <span class="number">{i < index ? '✓' : i + 1}</span> {words.titles[step]}
            </button>
          </li>
        ))}
      </ol>
      <div ref={region} tabIndex={-1} class="step">
        <Panel title={`${index + 1}. ${words.titles[now]}`} wide from={pump.status.value}>
          <Body draft={draft} />
          <div class="actions steps-actions">
            {index > 0 && <button type="button" onClick={() => go(-1)}>{words.back}</button>}
            {index < steps.length - 1 && <button type="button" class="primary" disabled={!draft.checked.value} onClick={() => go(1)}>{words.next}</button>}
            {index > 0 && <button type="button" onClick={() => beginAgain(pump)}>{words.again}</button>}
          </div>
        </Panel>
      </div>
    </>
  );
}
