import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Change, Order } from '../../model/Order';
import { texts } from '../../texts/texts';
import { Notice, type Tone } from '../parts/Notice';
import { usePump } from '../Pump';
import { ChangeBody } from './ChangeBody';
import { NotDone } from './NotDone';

type Shown = Exclude<Change['kind'], 'idle'> | 'notDone';

const tones: Record<Shown, Tone> = {
  staging: 'info', staged: 'warning', committing: 'info', confirmed: 'good', refused: 'bad', differs: 'bad', expired: 'warning', unknown: 'bad', notDone: 'warning',
};

/**
 * The one change that is under way, at the same place on every screen. It takes the focus when it has something new to say, and its
 * heading and not a button: whoever presses a key twice confirms nothing.
 */
export function ChangePanel() {
  const pump = usePump();
  const change = pump.change.value;
  const before = useRef<Change>(change);
  const notDone = useSignal<Order | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown: Shown | null = change.kind !== 'idle' ? change.kind : notDone.value === null ? null : 'notDone';
  const shownBefore = useRef<Shown | null>(shown);

  useEffect(() => {
    const last = before.current;
    before.current = change;
    // An unknown outcome that is over while the pump can be asked: it was asked, and has not done it. A person has to hear that.
    const asked = pump.connection.peek().kind === 'connected' && pump.authority.peek().kind === 'open';
    notDone.value = last.kind === 'unknown' && change.kind === 'idle' && asked ? last.order : change.kind === 'idle' ? notDone.value : null;
  }, [change]);

  useEffect(() => {
    if (shown !== null) {
      heading.current?.focus();
      heading.current?.scrollIntoView({ block: 'nearest' });
    } else if (shownBefore.current !== null) {
      // The focus went away with the panel: it goes to the name of the screen, which is next.
      document.querySelector<HTMLElement>('main h1')?.focus();
    }

    shownBefore.current = shown;
  }, [shown]);

  if (shown === null) {
    return null;
  }

  return (
    <section class={`${shown === 'notDone' ? 'outcome' : 'change'} ${tones[shown]}`} aria-labelledby="change">
      <Notice tone={tones[shown]}>
        <h2 id="change" ref={heading} tabIndex={-1}>{texts.change.heading[shown]}</h2>
      </Notice>
      {change.kind !== 'idle' ? <ChangeBody change={change} /> : notDone.value !== null && <NotDone order={notDone.value} close={() => { notDone.value = null; }} />}
    </section>
  );
}
