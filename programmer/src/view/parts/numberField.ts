import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { PumpModel } from '../../model/PumpModel';
import { parse } from './parse';
import { texts } from '../../texts/texts';
import { measureOf, shown, toWire, type Measure } from '../measures';
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
  const parsed = computed(() => parse(text.value));
  const number = computed(() => typeof parsed.value === 'number' ? toWire(measure, parsed.value) : null);

  const problem = computed(() => {
    const { field } = texts;
    const found = parsed.value;

    if (typeof found !== 'number') {
      return found === 'empty' && options.optional === true ? null : pasted.value && found === 'notANumber' ? field.pasted : field[found];
    }

    const wire = number.value ?? 0;
    const range = limit.value;
    return range === undefined ? null
      : wire < range.hardLow ? field.belowHard(shown(measure, range.hardLow))
      : wire > range.hardHigh ? field.aboveHard(shown(measure, range.hardHigh))
      : null;
  });

  const unusual = computed(() => {
    const wire = number.value;
    const range = limit.value;
    return range === undefined || wire === null || problem.value !== null ? null
      : wire < range.softLow ? texts.field.belowSoft(shown(measure, range.softLow))
      : wire > range.softHigh ? texts.field.aboveSoft(shown(measure, range.softHigh))
      : null;
  });

  const usual = computed(() => {
    const range = limit.value;
    return range === undefined ? null : texts.field.usual(shown(measure, range.softLow), shown(measure, range.softHigh));
  });

  return { text, measure, wire: computed(() => problem.value === null ? number.value : null), problem, unusual, usual, pasted, touched: signal(false) };
}
