import { texts } from '../../texts/texts';
import { date } from '../format';
import { nowMs } from '../clock';
import { measureOf, shown } from '../measures';
import { Notice } from '../parts/Notice';
import { LastKnown } from '../parts/LastKnown';
import { Reading } from '../parts/Reading';
import { usePump } from '../Pump';
import { QrCode } from './QrCode';

/** What a patient carries: which pump this is, whom to ask, what to avoid. The code says who the pump is and never holds its secret. */
export function CardScreen() {
  const pump = usePump();
  const identity = pump.identity.value?.value;
  const drug = pump.drug.value?.value;
  const status = pump.status.value;
  const dryInMinutes = status?.value.dryInMinutes ?? null;
  const words = texts.card;

  if (identity === undefined) {
    return <Notice tone="info"><p>{words.noPump}</p></Notice>;
  }

  return (
    <>
      <div class="actions unprinted">
        <button type="button" class="primary" onClick={() => print()}>{words.print}</button>
        <span class="hint">{words.printHint}</span>
      </div>
      <article class="card">
        <header>
          <div>
            <h2>{words.title}</h2>
            <p class="serial">{identity.serial}</p>
            <p>{identity.manufacturer} {identity.model}, {words.firmware(identity.firmware)}</p>
          </div>
          <QrCode text={words.qr(identity.manufacturer, identity.model, identity.serial)} label={words.qrLabel} />
        </header>
        <dl>
          <Reading label={words.drug} from={drug === undefined ? null : status}>
            {drug === undefined || drug.name === '' ? texts.common.unknown : `${drug.name}, ${drug.ugPerMl === 0 ? texts.nature[drug.nature] : shown(measureOf('Concentration'), drug.ugPerMl)}`}
          </Reading>
          <Reading label={words.dry} from={status}>
            {status === null || dryInMinutes === null ? texts.common.unknown : date(status.atMs + dryInMinutes * 60_000)} <LastKnown from={status} />
          </Reading>
          {words.blanks.map((blank) => <div key={blank} class="reading blank"><dt>{blank}</dt><dd /></div>)}
        </dl>
        <h3>{words.adviceTitle}</h3>
        <dl class="advice">
          {words.advice.map(([what, said]) => <div key={what}><dt>{what}</dt><dd>{said}</dd></div>)}
        </dl>
        <p class="hint">{words.printed(date(nowMs.value))}</p>
      </article>
    </>
  );
}
