/** Why a typed number is none, in the words of the texts' table. */
export type NumberProblem =
  | 'empty'
  | 'notANumber'
  /** It may have been meant otherwise: 1,234 or 1.234,5. */
  | 'ambiguous'
  /** More decimals than the pump knows. */
  | 'tooFine'
  | 'belowRange'
  | 'aboveRange';

export type Parsed = { readonly kind: 'number'; readonly value: number } | { readonly kind: 'wrong'; readonly reason: NumberProblem };

/** How a number is typed: decimals of the typed unit that make one of the pump's, and the range in the pump's unit. */
export interface NumberShape {
  readonly decimals: number;
  readonly low: number;
  readonly high: number;
}

const plain = /^([-−]?)(\d+)(?:([.,])(\d+))?$/;
const marks = /^[-−]?[\d.,'’ \u00a0\u202f]+$/;
const mostDigits = 15;

/**
 * Reads a number as a person types or pastes it, digit by digit and not through a binary fraction: what is typed is what is sent, or
 * it is refused. Point and comma are decimal marks; what groups thousands somewhere in the world is no number here.
 */
export function parseDecimal(text: string, shape: NumberShape): Parsed {
  const typed = text.trim();

  if (typed === '') {
    return wrong('empty');
  }

  const parts = plain.exec(typed);

  if (parts === null) {
    return wrong(marks.test(typed) && /\d.*\D.*\d/.test(typed) ? 'ambiguous' : 'notANumber');
  }

  const [, sign = '', whole = '', mark = '', fraction = ''] = parts;

  if (mark === ',' && fraction.length === 3 && Number(whole) !== 0) {
    return wrong('ambiguous');
  }

  const used = fraction.replace(/0+$/, '');

  if (used.length > shape.decimals) {
    return wrong('tooFine');
  }

  const digits = `${whole}${used.padEnd(shape.decimals, '0')}`.replace(/^0+(?=\d)/, '');
  const size = digits.length > mostDigits ? Infinity : Number(digits);
  const value = sign !== '' && size !== 0 ? -size : size;
  return value < shape.low ? wrong('belowRange') : value > shape.high ? wrong('aboveRange') : { kind: 'number', value };
}

function wrong(reason: NumberProblem): Parsed {
  return { kind: 'wrong', reason };
}
