import { useId } from 'preact/hooks';
import { texts } from '../../texts/texts';
import type { NumberFieldState } from './numberField';

interface Props {
  readonly label: string;
  readonly field: NumberFieldState;
  readonly help?: string;
  /** The column of a table says it. */
  readonly hideLabel?: boolean;
}

/** A number with its unit, its usual range, and the reason why it will not do beside it. */
export function NumberField({ label, field, help, hideLabel = false }: Props) {
  const id = useId();
  const problem = field.problem.value;
  const unusual = field.unusual.value;
  const hint = help ?? field.usual.value;
  const wrong = problem !== null && field.touched.value;

  return (
    <div class="field">
      <label for={id} class={hideLabel ? 'unseen' : undefined}>{label}</label>
      <div class="entry">
        <input
          id={id} type="text" inputMode="decimal" autocomplete="off" spellcheck={false}
          value={field.text.value} aria-invalid={wrong} aria-describedby={`${id}-hint ${id}-wrong`}
          onBlur={() => { field.touched.value = true; }}
          onInput={(event) => {
            field.pasted.value = event.inputType === 'insertFromPaste' || event.inputType === 'insertFromDrop';
            field.text.value = event.currentTarget.value;
            field.touched.value = true;
          }}
        />
        <span class="unit">{field.measure.unit}</span>
      </div>
      <p id={`${id}-hint`} class="hint">{hint}</p>
      <p id={`${id}-wrong`} class={wrong ? 'wrong' : 'unusual'} aria-live="polite">
        {wrong ? `${texts.field.wrongSymbol} ${problem}` : unusual === null ? '' : `${texts.field.unusualSymbol} ${unusual}`}
      </p>
    </div>
  );
}
