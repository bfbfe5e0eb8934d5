import { texts } from '../../texts/texts';

interface Props {
  /** Null: the pump does not know it. */
  readonly value: string | null;
  readonly unit: string;
}

/** A number that is never without its unit. */
export function Quantity({ value, unit }: Props) {
  return value === null
    ? <span class="unknown">{texts.common.unknown}</span>
    : <span class="quantity"><span class="number">{value}</span> <span class="unit">{unit}</span></span>;
}
