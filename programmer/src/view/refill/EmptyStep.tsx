import { texts } from '../../texts/texts';
import { ml } from '../format';
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
  const lastFill = pump.log.value.findLast(entry => entry.event === 'Refilled')?.first ?? null;
  const words = texts.refill;

  return (
    <>
      <ol class="steps">{words.emptyHow.map(line => <li key={line}>{line}</li>)}</ol>
      <div class="columns">
        <div>
          <NumberField label={words.lastFill} field={draft.lastFill} help={words.lastFillHelp} />
          {lastFill !== null && (
            <button type="button" class="small" onClick={() => { draft.lastFill.text.value = typed(measures.ml, lastFill); }}>{words.fromLog(`${ml(lastFill)} ${texts.unit.ml}`)}</button>
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
