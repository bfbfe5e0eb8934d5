import { beforeEach, describe, expect, it } from 'vitest';
import { numberField } from '../../src/view/parts/numberField';
import { ScriptedPump } from './ScriptedPump';

let pump: ScriptedPump;

beforeEach(() => {
  pump = new ScriptedPump();
  pump.fill();
});

describe('a number field', () => {
  it.each([
    ['1.3', 54_166],
    ['3', 125_000],
    ['0.5', 20_833],
  ])('orders no more than %s mL/day', (text, nlPerHour) => {
    expect(numberField(pump, text, { limit: 'TherapyRate' }).wire.value).toBe(nlPerHour);
  });

  it.each([
    ['', 'missing'],
    ['fast', 'not a number'],
    ['1,3', 'point'],
    ['1,300', 'point'],
    ['3.0001', 'Too much'],
    ['0.05', 'Too little'],
    ['1.3000001', 'digits'],
  ])('sends nothing for "%s" and says why', (text, why) => {
    const field = numberField(pump, text, { limit: 'TherapyRate' });
    expect(field.wire.value).toBeNull();
    expect(field.problem.value).toContain(why);
  });

  it('lets the unusual through and says so', () => {
    const field = numberField(pump, '2.5', { limit: 'TherapyRate' });
    expect(field.problem.value).toBeNull();
    expect(field.unusual.value).toContain('above 2.002 mL/day');
  });

  it('may be empty where nothing is a word too', () => {
    const field = numberField(pump, '', { limit: 'ResidualVolume', optional: true });
    expect([field.problem.value, field.wire.value]).toEqual([null, null]);
  });

  it('knows no range before the pump has told one, and leaves the judgement to it', () => {
    pump.limits.value = new Map();
    expect(numberField(pump, '9', { limit: 'TherapyRate' }).wire.value).toBe(375_000);
  });
});
