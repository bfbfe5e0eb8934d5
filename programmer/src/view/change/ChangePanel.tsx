import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../../texts/texts';
import { Notice, type Tone } from '../parts/Notice';
import { usePump } from '../Pump';
import type { Change } from '../../model/Order';
import { ChangeBody } from './ChangeBody';

const tones: Record<Exclude<Change['kind'], 'idle'>, Tone> = {
  staging: 'info', staged: 'warning', committing: 'info', confirmed: 'good', refused: 'bad', differs: 'bad', expired: 'warning', unknown: 'bad',
};

/**
 * The one change that is under way, at the same place on every screen. It takes the focus when it has something new to say, and its
 * heading and not a button: whoever presses a key twice confirms nothing.
 */
export function ChangePanel() {
  const change = usePump().change.value;
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (change.kind !== 'idle') {
      heading.current?.focus();
      heading.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [change.kind]);

  if (change.kind === 'idle') {
    return null;
  }

  return (
    <section class={`change ${tones[change.kind]}`} aria-labelledby="change">
      <Notice tone={tones[change.kind]}>
        <h2 id="change" ref={heading} tabIndex={-1}>{texts.change.heading[change.kind]}</h2>
      </Notice>
      <ChangeBody change={change} />
    </section>
  );
}
