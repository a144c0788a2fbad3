import { describe, expect, it } from 'vitest';
import { type Alarm, hurries, type Signs, watchAlarm } from './alarm.ts';
import type { Rung } from './rungs.ts';

const WELL: Signs = { concealed: 0.01, availableBps: 1_650_000, besideBps: 0 };
const BROKEN: Signs = { ...WELL, concealed: 0.2 };

/** Four looks a second; how many of them hurried. */
const hurriedLooks = (seconds: number, signsAt: (second: number) => Signs, rung: Rung = 'hd'): number => {
  let alarm: Alarm | undefined;
  let count = 0;
  for (let nowMs = 0; nowMs < seconds * 1_000; nowMs += 250) {
    alarm = watchAlarm(alarm, rung, signsAt(nowMs / 1_000), nowMs);
    if (hurries(alarm, nowMs)) count += 1;
  }
  return count;
};

describe('the alarm of a line that may be falling', () => {
  it('is silent while all is well, and where nothing is known', () => {
    expect(hurriedLooks(60, () => WELL)).toBe(0);
    expect(hurriedLooks(60, () => ({ concealed: undefined, availableBps: undefined, besideBps: 0 }))).toBe(0);
  });

  it.each<[string, Signs]>([
    ['sound that breaks', BROKEN],
    ['an estimate that no longer bears the picture', { ...WELL, availableBps: 142_000 }],
    ['a stethoscope that takes the picture’s room', { ...WELL, availableBps: 600_000, besideBps: 100_000 }],
  ])('is given at once by %s', (_, signs) => {
    expect(hurries(watchAlarm(undefined, 'hd', signs, 5_000), 5_000)).toBe(true);
  });

  it('does not hurry for ever over a line that stays thin, nor over one that is as thin as its rung', () => {
    expect(hurriedLooks(120, () => BROKEN)).toBe(16);
    expect(hurriedLooks(120, () => ({ ...WELL, availableBps: 112_000 }), '240p')).toBe(0);
    expect(hurriedLooks(120, () => ({ ...WELL, availableBps: 20_000 }), 'stills')).toBe(0);
  });

  it('is given anew after ten calm seconds, and not by what comes and goes', () => {
    expect(hurriedLooks(40, (second) => (second % 20 < 2 ? BROKEN : WELL))).toBe(32);
    expect(hurriedLooks(40, (second) => (second % 8 < 2 ? BROKEN : WELL))).toBe(16);
  });
});
