import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Order } from '../../protocol/Order';
import { texts } from '../../texts/texts';
import { isPending, whyNoChange } from '../may';
import { usePump } from '../Pump';
import { Notice } from './Notice';
import type { NumberFieldState } from './numberField';

interface Props {
  readonly fields: readonly NumberFieldState[];
  /** The order of what was typed; null when that is none. */
  readonly order: () => Order | null;
  readonly children: ComponentChildren;
}

/** A form whose only effect is that the pump looks at an order: nothing changes before its echo was confirmed. */
export function OrderForm({ fields, order, children }: Props) {
  const pump = usePump();
  const why = whyNoChange(pump);
  // Only before the pump has told its limits: afterwards no field lets such a number through.
  const failed = useSignal(false);

  function submit(event: Event & { readonly currentTarget: HTMLFormElement }) {
    event.preventDefault();
    fields.forEach((field) => { field.touched.value = true; });
    const made = fields.every((field) => field.problem.value === null) ? order() : null;

    if (made === null) {
      const form = event.currentTarget;
      // After the fields have said what is wrong with them.
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }

    failed.value = false;
    pump.stage(made).catch(() => { failed.value = true; });
  }

  return (
    <form class="order" noValidate onSubmit={submit}>
      {/* A pump that is not heard for a moment takes no focus out of the field that somebody types in. */}
      <fieldset disabled={isPending(pump.change.value)} class="bare">
        {children}
        <div class="actions">
          <button type="submit" class="primary" disabled={why !== null}>{texts.form.check}</button>
          <span class="hint">{texts.form.checkHint}</span>
        </div>
      </fieldset>
      {failed.value && <Notice tone="bad"><p role="alert">{texts.form.doesNotFit}</p></Notice>}
      {why !== null && <Notice tone="info">{why}</Notice>}
    </form>
  );
}
