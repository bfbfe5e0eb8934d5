import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Echo } from '../../model/Change';
import { texts } from '../../texts/texts';
import { nowMs } from '../clock';
import { whyNoCommand } from '../may';
import { measureOf, shown } from '../measures';
import { Notice } from '../parts/Notice';
import { NumberField } from '../parts/NumberField';
import { numberField } from '../parts/numberField';
import { usePump } from '../Pump';
import { bigChange, isSame } from './bigChange';
import { Comparison } from './Comparison';
import { doseRows, rowsOf } from './rows';

/** What the pump has understood, and the only place where a person says yes to it. */
export function Staged({ echo }: { readonly echo: Echo }) {
  const pump = usePump();
  const ticked = useSignal(false);
  const big = bigChange(echo, pump);
  // The pump may tell only later what was before, and with it which number is typed again: its field then begins anew, in that number's measure.
  const measure = big?.measure ?? measureOf('');
  const again = useMemo(() => numberField(pump, '', { measure }), [measure]);
  const leftSeconds = Math.max(0, Math.floor((echo.endsAtMs - nowMs.value) / 1_000));
  const weightG = pump.drug.value?.value.weightG ?? 0;
  const hasDose = echo.doseBeforeUgPerDay !== 0 || echo.doseAfterUgPerDay !== 0;
  const rows = [...rowsOf(echo.order, pump), ...(hasDose ? doseRows(echo.doseBeforeUgPerDay, echo.doseAfterUgPerDay, weightG) : [])];
  const retyped = big !== null && isSame(big, again.wire.value);
  const why = whyNoCommand(pump);
  const ready = why === null && (!echo.needsConfirmation || ticked.value) && (big === null || retyped) && leftSeconds > 0;

  return (
    <>
      <Comparison caption={texts.change.echoCaption} before={texts.change.before} after={texts.change.after} rows={rows} />
      {echo.cytotoxic && <Notice tone="warning">{texts.change.cytotoxic}</Notice>}
      {echo.endsTherapy && <Notice tone="warning">{texts.change.endsTherapy}</Notice>}
      {echo.needsConfirmation && (
        <label class="tick">
          <input type="checkbox" checked={ticked.value} onChange={(event) => { ticked.value = event.currentTarget.checked; }} />
          <span>{echo.unusual === null ? texts.change.unusualTick
            : texts.change.unusualTickOf(texts.reason.fields[echo.unusual.field] ?? echo.unusual.field, shown(measureOf(echo.unusual.field), echo.unusual.limit))}</span>
        </label>
      )}
      {big !== null && <NumberField label={texts.change.typeAgain(big.label)} field={again} help={texts.change.typeAgainHelp} />}
      {big !== null && again.text.value !== '' && !retyped && <p class="wrong">{texts.field.wrongSymbol} {texts.change.notTheSame}</p>}
      {why !== null && <Notice tone="info">{why}</Notice>}
      <div class="actions">
        <button type="button" class="primary" disabled={!ready} onClick={() => void pump.commit(ticked.value)}>{texts.change.confirm[echo.order.kind]}</button>
        <button type="button" onClick={() => pump.dismiss()}>{texts.change.drop}</button>
        <span class="hint" role="timer">{texts.change.left(leftSeconds)}</span>
      </div>
    </>
  );
}
