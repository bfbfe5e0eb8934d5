import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { PumpModel } from '../../model/PumpModel';
import { parseDecimal, type NumberProblem } from '../../model/parseDecimal';
import { texts } from '../../texts/texts';
import { fineOf, measureOf, shown, type Measure } from '../measures';
import { usePump } from '../Pump';

/** A number that a person types, judged with every key by what the pump said of its limits. */
export interface NumberFieldState {
  readonly text: Signal<string>;
  readonly measure: Measure;
  /** In the pump's unit; null when there is none, or when it must not be sent. */
  readonly wire: ReadonlySignal<number | null>;
  /** Why it must not be sent. */
  readonly problem: ReadonlySignal<string | null>;
  /** It may be sent, and is unusual. */
  readonly unusual: ReadonlySignal<string | null>;
  /** The usual range, to read beforehand. */
  readonly usual: ReadonlySignal<string | null>;
  readonly pasted: Signal<boolean>;
  /** Somebody was here: from now on an empty field says that it is empty. */
  readonly touched: Signal<boolean>;
}

// Clear or not, it is refused: every number on this page has a point, and one mark is what people learn.
const comma = /^\s*[-−]?\d+,\d+\s*$/;

interface Options {
  /** Its limit, by the name in gatt.json. */
  readonly limit?: string;
  readonly measure?: Measure;
  readonly optional?: boolean;
}

/** A field of a form, kept as long as the form. */
export function useNumberField(initial: string, options: Options): NumberFieldState {
  const pump = usePump();
  return useMemo(() => numberField(pump, initial, options), []);
}

/** A field of a list that grows. */
export function numberField(pump: PumpModel, initial: string, options: Options): NumberFieldState {
  const text = signal(initial);
  const pasted = signal(false);
  const measure = options.measure ?? measureOf(options.limit ?? '');
  const limit = computed(() => options.limit === undefined ? undefined : pump.limits.value.get(options.limit));
  const parsed = computed(() => parseDecimal(text.value, {
    decimals: measure.decimals,
    low: limit.value === undefined ? -Infinity : fineOf(measure, limit.value.hardLow),
    high: limit.value === undefined ? Infinity : fineOf(measure, limit.value.hardHigh),
  }));
  const number = computed(() => parsed.value.kind !== 'number' || comma.test(text.value) ? null : measure.toPump?.(parsed.value.value) ?? parsed.value.value);

  const problem = computed(() => {
    const found = parsed.value;
    return comma.test(text.value) ? texts.field.comma
      : found.kind === 'number' || (found.reason === 'empty' && options.optional === true) ? null : sayProblem(found.reason);
  });

  function sayProblem(reason: NumberProblem): string {
    const { field } = texts;
    const range = limit.value;

    switch (reason) {
      case 'belowRange': return field.belowHard(shown(measure, range?.hardLow ?? 0));
      case 'aboveRange': return field.aboveHard(shown(measure, range?.hardHigh ?? 0));
      case 'notANumber': return pasted.value ? field.pasted : field.notANumber;
      case 'tooFine': return field.tooFine(measure.decimals);
      default: return field[reason];
    }
  }

  const unusual = computed(() => {
    const wire = number.value;
    const range = limit.value;
    return range === undefined || wire === null ? null
      : wire < range.softLow ? texts.field.belowSoft(shown(measure, range.softLow))
      : wire > range.softHigh ? texts.field.aboveSoft(shown(measure, range.softHigh))
      : null;
  });

  const usual = computed(() => {
    const range = limit.value;
    return range === undefined ? null : texts.field.usual(shown(measure, range.softLow), shown(measure, range.softHigh));
  });

  return { text, measure, wire: number, problem, unusual, usual, pasted, touched: signal(false) };
}
