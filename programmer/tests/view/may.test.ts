import { beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../src/texts/texts';
import { nowMs } from '../../src/view/clock';
import { whyNoChange, whyNoCommand } from '../../src/view/may';
import { pocketFill } from '../../src/view/refill/pocketFill';
import { fakeTherapy, ScriptedPump } from './ScriptedPump';

let pump: ScriptedPump;

beforeEach(() => {
  pump = new ScriptedPump();
  pump.fill();
  nowMs.value = Date.now();
});


describe('nothing may be changed', () => {
  it('but with a link, a session and a pump that is heard', () => {
    expect(whyNoChange(pump)).toBeNull();
  });

  it('without a session', () => {
    pump.authority.value = { kind: 'none' };
    expect(whyNoChange(pump)).toBe(texts.may.noSession);
  });

  it('while the pump was not heard for three seconds', () => {
    nowMs.value = (pump.status.value?.atMs ?? 0) + 3_001;
    expect(whyNoChange(pump)).toBe(texts.may.notHeard);
  });

  it('while another change is under way', () => {
    pump.change.value = { kind: 'staging', order: { kind: 'end' } };
    expect(whyNoChange(pump)).toBe(texts.may.pending);
  });

  it('while the outcome of the last one is unknown, and halting is possible all the same', () => {
    pump.change.value = { kind: 'unknown', order: { kind: 'therapy', therapy: fakeTherapy }, wasCommitted: true };
    expect(whyNoChange(pump)).toBe(texts.may.unknown);
    expect(whyNoCommand(pump)).toBeNull();
  });

  it('in a second tab', () => {
    pump.elsewhere.value = true;
    expect(whyNoCommand(pump)).toBe(texts.may.elsewhere);
  });
});

describe('a filling', () => {
  it('is believed when the reservoir presses back, doubted when it hardly does, and not believed when it does not', () => {
    expect([100, 50, 30, 14, -20].map(pocketFill)).toEqual(['rises', 'rises', 'weak', 'none', 'none']);
  });
});
