import type { ComponentChildren } from 'preact';

/** How much it matters. The symbol says it to those who do not see the colour. */
export type Tone = 'info' | 'good' | 'warning' | 'bad';

const symbols: Record<Tone, string> = { info: 'i', good: '✓', warning: '!', bad: '✕' };

interface Props {
  readonly tone: Tone;
  readonly children: ComponentChildren;
}

export function Notice({ tone, children }: Props) {
  return (
    <div class={`notice ${tone}`}>
      <span class="symbol" aria-hidden="true">{symbols[tone]}</span>
      <div>{children}</div>
    </div>
  );
}
