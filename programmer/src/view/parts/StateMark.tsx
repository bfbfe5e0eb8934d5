import type { PumpState } from '../../model/Values';
import { texts } from '../../texts/texts';

const symbols: Record<PumpState, string> = {
  Standby: '○', Infusing: '▶', Bolus: '▶▶', Patency: '▷', Suspended: '❚❚', Stopped: '■', SelfTest: '↻',
};

/** The state of the pump, as sign and word. */
export function StateMark({ state }: { readonly state: PumpState }) {
  return <span class={`state ${state.toLowerCase()}`}><span class="sign" aria-hidden="true">{symbols[state]}</span> {texts.state[state]}</span>;
}
