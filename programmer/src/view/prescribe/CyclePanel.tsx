import { texts } from '../../texts/texts';
import { isHeard } from '../age';
import { nowMs } from '../clock';
import { date } from '../format';
import { Panel } from '../parts/Panel';
import { usePump } from '../Pump';
import { hashOf } from '../routes';
import type { TherapyDraft } from './therapyDraft';

const phaseDays = 14;
const dayMs = 86_400_000;

/** Fourteen days of drug, fourteen of saline: where the running therapy stands in it, and what comes next. */
export function CyclePanel({ draft }: { readonly draft: TherapyDraft }) {
  const pump = usePump();
  const status = pump.status.value?.value;
  const therapy = pump.therapy.value?.value ?? null;
  const words = texts.prescribe;
  const runs = therapy !== null && status?.therapyOrdered === true;
  const endMs = nowMs.value + (runs ? status.therapyLeftSeconds * 1_000 : phaseDays * dayMs);
  const day = runs ? Math.floor((therapy.durationHours * 3_600 - status.therapyLeftSeconds) / 86_400) + 1 : null;

  return (
    <Panel title={words.cycle} from={pump.status.value}>
      <p class={isHeard(pump) ? undefined : 'stale'}>{day === null ? words.noCycle : words.cycleDay(day, Math.ceil((therapy?.durationHours ?? 0) / 24), status?.cytotoxic === true ? words.drugPhase : words.salinePhase)}</p>
      <table>
        <caption>{words.cycleCaption}</caption>
        <tbody>
          <tr><th scope="row">{words.thisPhase}</th><td>{words.until(date(endMs))}</td></tr>
          <tr><th scope="row">{words.nextPhase}</th><td>{words.refillOn(date(endMs), date(endMs + phaseDays * dayMs))}</td></tr>
        </tbody>
      </table>
      <div class="actions">
        <button type="button" onClick={() => { draft.duration.text.value = String(phaseDays * 24); }}>{words.fourteenDays}</button>
        <a href={hashOf('refill')}>{texts.nav.refill}</a>
      </div>
    </Panel>
  );
}
