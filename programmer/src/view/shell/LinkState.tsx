import { texts } from '../../texts/texts';
import { nowMs } from '../clock';
import { time } from '../format';
import { usePump } from '../Pump';

const symbols = { none: '○', connecting: '◌', connected: '●', lost: '✕' } as const;

/** How the page hangs together with the pump. */
export function LinkState() {
  const link = usePump().connection.value;
  const words = texts.link;
  const said = link.kind === 'lost'
    ? link.nextTryAtMs === null ? words.lost(time(link.sinceMs))
      : words.lostTrying(time(link.sinceMs), Math.max(0, Math.ceil((link.nextTryAtMs - nowMs.value) / 1_000)))
    : words[link.kind];

  return <span class={`link ${link.kind}`}><span aria-hidden="true">{symbols[link.kind]}</span> {said}</span>;
}
