import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Dated } from '../../model/Values';
import { LastKnown } from './LastKnown';

interface Props {
  readonly title: string;
  readonly wide?: boolean;
  /** Where its values come from, when they can grow old. */
  readonly from?: Dated<unknown> | null;
  readonly children: ComponentChildren;
}

/** A part of a screen, with its name. */
export function Panel({ title, wide = false, from = null, children }: Props) {
  const id = useId();

  return (
    <section class={wide ? 'panel wide' : 'panel'} aria-labelledby={id}>
      <div class="heading"><h2 id={id}>{title}</h2><LastKnown from={from} /></div>
      {children}
    </section>
  );
}
