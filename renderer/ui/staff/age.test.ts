import { describe, expect, it } from 'vitest';
import { ageOf } from './age.ts';

const TAKEN = '2026-03-02T09:41:05.000+01:00';
const taken = Date.parse(TAKEN);
const later = (ms: number) => ageOf(TAKEN, taken + ms);

describe('age of a reading', () => {
  it('says now for ten seconds, then tens of seconds', () => {
    expect(later(0)).toEqual({ unit: 'now' });
    expect(later(9_999)).toEqual({ unit: 'now' });
    expect(later(10_000)).toEqual({ unit: 'seconds', seconds: 10 });
    expect(later(59_999)).toEqual({ unit: 'seconds', seconds: 50 });
  });

  it('counts whole minutes and never rounds up', () => {
    expect(later(60_000)).toEqual({ unit: 'minutes', minutes: 1 });
    expect(later(239_999)).toEqual({ unit: 'minutes', minutes: 3 });
    expect(later(3_599_999)).toEqual({ unit: 'minutes', minutes: 59 });
  });

  it('counts hours with their minutes', () => {
    expect(later(3_600_000)).toEqual({ unit: 'hours', hours: 1, minutes: 0 });
    expect(later(3_600_000 + 5 * 60_000)).toEqual({ unit: 'hours', hours: 1, minutes: 5 });
  });

  it('does not invent an age when the stamp lies ahead of this clock', () => {
    expect(later(-4_000)).toEqual({ unit: 'now' });
    expect(later(-60_000)).toEqual({ unit: 'unknown' });
  });

  it('corrects a wrong clock of the reader by the known skew', () => {
    const readerTenMinutesLate = taken + 180_000 - 600_000;
    expect(ageOf(TAKEN, readerTenMinutesLate, 600_000)).toEqual({ unit: 'minutes', minutes: 3 });
  });
});
