import { useSignal, type Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { texts } from '../../texts/texts';

interface Props {
  readonly label: string;
  readonly text: Signal<string>;
  readonly problem: string | null;
  readonly help: string;
  readonly most: number;
}

/** A short text, with the reason why it will not do beside it. */
export function TextField({ label, text, problem, help, most }: Props) {
  const id = useId();
  const touched = useSignal(false);
  const wrong = problem !== null && (touched.value || text.value !== '');

  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id} type="text" autocomplete="off" maxLength={most} value={text.value} aria-invalid={problem !== null} aria-describedby={`${id}-hint ${id}-wrong`}
        onBlur={() => { touched.value = true; }} onInput={(event) => { text.value = event.currentTarget.value; }}
      />
      <p id={`${id}-hint`} class="hint">{help}</p>
      <p id={`${id}-wrong`} class="wrong" aria-live="polite">{wrong ? `${texts.field.wrongSymbol} ${problem}` : ''}</p>
    </div>
  );
}
