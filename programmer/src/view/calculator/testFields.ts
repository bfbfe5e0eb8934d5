import type { LiverValues } from '../../model/liverRules';
import type { LiverTest } from '../../model/liverTable';
import type { Measure } from '../measures';
import { useNumberField, type NumberFieldState } from '../parts/numberField';

const decimals = 3;

/** The fields of one liver test. */
export interface TestFields {
  readonly test: LiverTest;
  readonly reference: NumberFieldState;
  readonly atEmptying: NumberFieldState;
  readonly today: NumberFieldState;
}

export function useTestFields(test: LiverTest): TestFields {
  const measure: Measure = { unit: test.unit, digits: 2, decimals };
  return { test, reference: useNumberField('', { measure }), atEmptying: useNumberField('', { measure }), today: useNumberField('', { measure }) };
}

/** The values of the fields, in the test's unit; null while one is missing. */
export function valuesOf(fields: TestFields): LiverValues | null {
  const [reference, atEmptying, today] = [fields.reference.wire.value, fields.atEmptying.wire.value, fields.today.wire.value];
  return reference === null || atEmptying === null || today === null ? null
    : { reference: inUnit(reference), atEmptying: inUnit(atEmptying), today: inUnit(today) };
}

function inUnit(fine: number): number {
  return fine / 10 ** decimals;
}
