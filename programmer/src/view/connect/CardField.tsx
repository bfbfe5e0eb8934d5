import { useSignal, type Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { texts } from '../../texts/texts';

interface Props {
  readonly card: Signal<string>;
  readonly disabled: boolean;
}

/** The text of a card, hidden from whoever looks over a shoulder. No password field: a browser would offer to keep what is in it. */
export function CardField({ card, disabled }: Props) {
  const id = useId();
  const seen = useSignal(false);
  const words = texts.session;

  return (
    <div class="field">
      <label for={id}>{words.card}</label>
      <input
        id={id} type="text" class={seen.value ? 'code' : 'code masked'} autocomplete="off" autocapitalize="characters" spellcheck={false}
        disabled={disabled} value={card.value} aria-describedby={`${id}-hint`}
        onInput={(event) => { card.value = event.currentTarget.value; }}
      />
      <p id={`${id}-hint`} class="hint">{words.cardHint}</p>
      <label class="tick">
        <input type="checkbox" checked={seen.value} onChange={(event) => { seen.value = event.currentTarget.checked; }} />
        <span>{words.showCard}</span>
      </label>
    </div>
  );
}
