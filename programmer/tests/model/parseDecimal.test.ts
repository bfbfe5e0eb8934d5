import { describe, expect, it } from 'vitest';
import { parseDecimal, type NumberProblem } from '../../src/model/parseDecimal';

const anything = { low: -1e15, high: 1e15 };
const millilitres = { decimals: 6, ...anything };

describe('a typed number', () => {
  it.each([
    ['1.3', 1_300_000],
    ['1,3', 1_300_000],
    ['0.000001', 1],
    ['0,125', 125_000],
    ['6.46', 6_460_000],
    ['54.167', 54_167_000],
    ['30', 30_000_000],
    ['  30 \n', 30_000_000],
    ['\u00a01.30000000', 1_300_000],
    ['007', 7_000_000],
    ['0', 0],
    ['-0', 0],
    ['-0.5', -500_000],
    ['−0.5', -500_000],
    ['999999.999999', 999_999_999_999],
  ])('%j is %i nL', (text, value) => {
    const parsed = parseDecimal(text, millilitres);
    expect(parsed).toEqual({ kind: 'number', value });
    expect(Object.is(parsed.kind === 'number' && parsed.value, -0)).toBe(false);
  });

  it.each([
    ['', 'empty'],
    [' \t', 'empty'],
    ['abc', 'notANumber'],
    ['1.3 mL', 'notANumber'],
    ['1.3mL/day', 'notANumber'],
    ['1e3', 'notANumber'],
    ['0x10', 'notANumber'],
    ['+1', 'notANumber'],
    ['.5', 'notANumber'],
    ['5.', 'notANumber'],
    ['-', 'notANumber'],
    ['--1', 'notANumber'],
    ['NaN', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['١٢', 'notANumber'],
    ['１２', 'notANumber'],
    ['1,234', 'ambiguous'],
    ['12,000', 'ambiguous'],
    ['1,234.5', 'ambiguous'],
    ['1.234,5', 'ambiguous'],
    ['1.234.567', 'ambiguous'],
    ['1 234', 'ambiguous'],
    ["1'234", 'ambiguous'],
    ['1\u202f234', 'ambiguous'],
    ['1.0000001', 'tooFine'],
  ] as const satisfies readonly (readonly [string, NumberProblem])[])('%j is none: %s', (text, reason) => {
    expect(parseDecimal(text, millilitres)).toEqual({ kind: 'wrong', reason });
  });

  it('is as fine as the pump knows', () => {
    const kilograms = { decimals: 3, low: 20_000, high: 250_000 };
    expect(parseDecimal('70.5', kilograms)).toEqual({ kind: 'number', value: 70_500 });
    expect(parseDecimal('70.5001', kilograms)).toEqual({ kind: 'wrong', reason: 'tooFine' });
    expect(parseDecimal('20', kilograms)).toEqual({ kind: 'number', value: 20_000 });
    expect(parseDecimal('19.999', kilograms)).toEqual({ kind: 'wrong', reason: 'belowRange' });
    expect(parseDecimal('250.001', kilograms)).toEqual({ kind: 'wrong', reason: 'aboveRange' });
    expect(parseDecimal('-70', kilograms)).toEqual({ kind: 'wrong', reason: 'belowRange' });
    expect(parseDecimal('9'.repeat(400), { decimals: 0, low: 0, high: Number.MAX_VALUE })).toEqual({ kind: 'wrong', reason: 'aboveRange' });
    expect(parseDecimal('1.5', { decimals: 0, low: 0, high: 10 })).toEqual({ kind: 'wrong', reason: 'tooFine' });
  });

  it('is never moved by a binary fraction', () => {
    const moved = Array.from({ length: 100_000 }, (_, thousandths) => thousandths).filter((thousandths) => {
      const text = `${Math.floor(thousandths / 1_000)}.${`${thousandths % 1_000}`.padStart(3, '0')}`;
      const parsed = parseDecimal(text, { decimals: 3, ...anything });
      return parsed.kind !== 'number' || parsed.value !== thousandths;
    });
    expect(moved).toEqual([]);
  });
});
