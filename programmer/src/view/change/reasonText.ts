import type { Reason } from '../../model/Order';
import { texts } from '../../texts/texts';
import { measureOf, shown } from '../measures';

/** Why the pump refused, as a sentence: what it found, about which number, and where the limit lies. */
export function reasonText(reason: Reason): string {
  const { verdicts, codes, fields } = texts.reason;
  const verdict = reason.verdict === null ? undefined : verdicts[reason.verdict];
  const said = verdict ?? codes[reason.code] ?? texts.reason.code(reason.code);

  if (reason.field === null || (reason.number === 0 && reason.limit === 0)) {
    return said;
  }

  const measure = measureOf(reason.field);
  const field = fields[reason.field] ?? reason.field;
  return texts.reason.number(said, field, shown(measure, reason.number), shown(measure, reason.limit));
}
