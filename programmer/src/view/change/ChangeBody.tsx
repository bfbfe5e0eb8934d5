import type { Change } from '../../model/Order';
import { texts } from '../../texts/texts';
import { usePump } from '../Pump';
import { Comparison } from './Comparison';
import { Confirmed } from './Confirmed';
import { reasonText } from './reasonText';
import { rowsOf, type Row } from './rows';
import { Staged } from './Staged';
import { Unknown } from './Unknown';

/** What each state of a change has to say. */
export function ChangeBody({ change }: { readonly change: Exclude<Change, { kind: 'idle' }> }) {
  const pump = usePump();
  const words = texts.change;

  const close = (
    <div class="actions"><button type="button" onClick={() => pump.dismiss()}>{words.close}</button></div>
  );

  switch (change.kind) {
    case 'staging': return <p role="status">{words.staging}</p>;
    case 'staged': return <Staged key={change.echo.endsAtMs} echo={change.echo} />;
    case 'committing': return <p role="status">{words.committing}</p>;
    case 'confirmed': return <><Confirmed change={change} />{close}</>;
    case 'refused': return <><p role="alert">{reasonText(change.reason)}</p>{change.reason.code !== 'Unclear' && <p>{words.untouched}</p>}{close}</>;
    case 'expired': return <><p role="alert">{words.expired}</p>{close}</>;
    case 'unknown': return <Unknown change={change} />;
    case 'differs': {
      const sent = new Map(rowsOf(change.order, pump).map((row) => [row.label, row.after]));
      const understood = new Map(rowsOf(change.echo.order, pump).map((row) => [row.label, row.after]));
      const rows: readonly Row[] = [...new Set([...sent.keys(), ...understood.keys()])]
        .map((label) => ({ label, before: sent.get(label) ?? null, after: understood.get(label) ?? null }));
      return (
        <>
          <p role="alert">{words.differs}</p>
          <Comparison caption={words.differsCaption} before={words.sent} after={words.understood} rows={rows} />
          {close}
        </>
      );
    }
  }
}
