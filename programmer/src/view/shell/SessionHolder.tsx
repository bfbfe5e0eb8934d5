import { texts } from '../../texts/texts';
import { isHeard } from '../age';
import { nowMs } from '../clock';
import { duration } from '../format';
import { usePump } from '../Pump';

/** Who may command the pump now: this page, somebody else, nobody. */
export function SessionHolder() {
  const pump = usePump();
  const authority = pump.authority.value;
  const words = texts.session;

  const said = authority.kind === 'open' ? words.mine(authority.keyId, duration((authority.idleEndsAtMs - nowMs.value) / 1_000))
    : authority.kind === 'opening' ? words.opening
    : isHeard(pump) && pump.status.value?.value.sessionOpen === true ? words.others
    : words.nobody;

  return <span class={authority.kind === 'open' ? 'holder mine' : 'holder'}>{said}</span>;
}
