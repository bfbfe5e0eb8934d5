import { daysBetween } from '../../model/refill';
import { texts } from '../../texts/texts';
import { date, ml } from '../format';
import { ExportControls } from '../history/ExportControls';
import { measures, typed } from '../measures';
import { NumberField } from '../parts/NumberField';
import { Panel } from '../parts/Panel';
import { Quantity } from '../parts/Quantity';
import { usePump } from '../Pump';
import { AccuracyResult } from './AccuracyResult';
import { PressureNote } from './PressureNote';
import type { RefillDraft } from './refillDraft';

/** What comes out says how well the pump has measured since the last fill. */
export function EmptyStep({ draft }: { readonly draft: RefillDraft }) {
  const pump = usePump();
  const expected = pump.status.value?.value.reservoirNl ?? null;
  const last = pump.log.value.findLast((entry) => entry.event === 'Refilled' && entry.clock) ?? null;
  const words = texts.refill;

  return (
    <>
      <ol class="steps">{words.emptyHow.map((line) => <li key={line}>{line}</li>)}</ol>
      <div class="columns">
        <div>
          <NumberField label={words.lastFill} field={draft.lastFill} help={words.lastFillHelp} />
          <NumberField label={words.days} field={draft.days} help={words.daysHelp} />
          {last === null ? <ExportControls logs={['events']} />
            : (
              <button
                type="button" class="small" onClick={() => {
                  draft.lastFill.text.value = typed(measures.ml, last.first);
                  draft.days.text.value = daysBetween(last.atSeconds * 1_000, (pump.status.value?.value.utcSeconds ?? last.atSeconds) * 1_000).toFixed(measures.days.digits);
                }}
              >{words.fromLog(`${ml(last.first)} ${texts.unit.ml}`, date(last.atSeconds * 1_000))}</button>
            )}
          <NumberField label={words.drawnOut} field={draft.drawnOut} help={words.drawnOutHelp} />
          <PressureNote label={words.noteEmpty} noted={draft.emptyPa} />
        </div>
        <Panel title={words.accuracy}>
          <p>{words.expected}: <Quantity value={expected === null ? null : ml(expected)} unit={texts.unit.ml} /></p>
          <AccuracyResult draft={draft} />
        </Panel>
      </div>
    </>
  );
}
