import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** A part of a screen, with its name. */
export function Panel({ title, wide = false, children }: Props) {
  const id = useId();

  return (
    <section class={wide ? 'panel wide' : 'panel'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
