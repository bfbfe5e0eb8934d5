import { texts } from '../../texts/texts';
import { mostSegments } from '../../protocol/gatt';
import { NumberField } from '../parts/NumberField';
import { usePump } from '../Pump';
import { minuteOf, segmentDraft, type TherapyDraft } from './therapyDraft';

const minutesPerDay = 1_440;
const nextAfterMinutes = 120;

/** The parts of a day. The pump knows UTC only, so the hour here stands beside it. */
export function ProfileEditor({ draft }: { readonly draft: TherapyDraft }) {
  const pump = usePump();
  const rows = draft.segments.value;
  const words = texts.prescribe;

  return (
    <div class="profile">
      <table>
        <caption>{words.profileCaption}</caption>
        <thead><tr>{words.profileColumns.map((column, i) => <th key={column} scope="col"><span class={i === 2 ? 'unseen' : undefined}>{column}</span></th>)}</tr></thead>
        <tbody>
          {rows.map((row, i) => {
            const minute = minuteOf(row.start.value);
            const before = i === 0 ? null : minuteOf(rows[i - 1]?.start.value ?? '');
            const wrong = i > 0 && (minute === null || before === null || minute <= before);
            return (
              <tr key={row.key}>
                <td>
                  <input
                    type="text" class="clock" inputMode="numeric" autocomplete="off" aria-label={words.startOf(i + 1)} value={row.start.value} disabled={i === 0} aria-invalid={wrong}
                    onInput={(event) => { row.start.value = event.currentTarget.value; }}
                  />
                  <p class="hint">{minute === null ? '' : words.here(localTime(minute))}</p>
                  {wrong && <p class="wrong" role="alert">{texts.field.wrongSymbol} {minute === null ? words.noTime : words.notAscending}</p>}
                </td>
                <td><NumberField label={words.rateOf(i + 1)} field={row.rate} hideLabel /></td>
                <td>
                  <button
                    type="button" class="small" aria-label={words.removeOf(i + 1)} disabled={i === 0 || rows.length <= 1}
                    onClick={() => { draft.segments.value = rows.filter((other) => other !== row); }}
                  >✕</button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <button
        type="button" class="small" disabled={rows.length >= mostSegments}
        onClick={() => {
          const last = minuteOf(rows[rows.length - 1]?.start.value ?? '') ?? 0;
          draft.segments.value = [...rows, segmentDraft(pump, Math.min(minutesPerDay - 1, last + nextAfterMinutes), '')];
        }}
      >{words.addSegment(mostSegments)}</button>
    </div>
  );
}

function localTime(utcMinute: number): string {
  const at = new Date();
  at.setUTCHours(Math.floor(utcMinute / 60), utcMinute % 60, 0, 0);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}
