import { describe, expect, it } from 'vitest';
import { FakeVisit } from './fake-visit.ts';

const counts = (played: FakeVisit, count: number, rate: number) =>
  played.ask('assistant', {
    type: 'enter-reading',
    measure: 'respiratory-rate',
    values: { 'respiratory-rate': { value: rate, unit: '/min' } },
    taking: { how: 'counted', count, seconds: 30 },
  });

describe('what the assistant takes without a device', () => {
  it('is kept with how it was taken, and by whom', () => {
    const played = new FakeVisit().reachMeasures();
    expect(counts(played, 9, 18)).toBeUndefined();
    played.ask('assistant', {
      type: 'enter-reading',
      measure: 'temperature',
      values: { temperature: { value: 38.4, unit: 'Cel' } },
      taking: { how: 'read-at', site: 'ear' },
    });
    expect(played.visit.readings).toMatchObject([
      { origin: 'manual', taking: { how: 'counted', count: 9, seconds: 30 }, assistedBy: 'Awa Diallo' },
      { origin: 'manual', taking: { how: 'read-at', site: 'ear' }, assistedBy: 'Awa Diallo' },
    ]);
  });

  it('is refused when it cannot be, or is not taken as it is to be', () => {
    const played = new FakeVisit().reachMeasures();
    expect(counts(played, 9, 17)).toBe('INVALID_MESSAGE');
    expect(counts(played, 0, 0)).toBe('VALUE_IMPLAUSIBLE');
    expect(
      played.ask('assistant', {
        type: 'enter-reading',
        measure: 'pain',
        values: { pain: { value: 11, unit: '1' } },
        taking: { how: 'told' },
      }),
    ).toBe('VALUE_IMPLAUSIBLE');
    expect(
      played.ask('assistant', {
        type: 'enter-reading',
        measure: 'temperature',
        values: { temperature: { value: 38.4, unit: 'Cel' } },
      }),
    ).toBe('INVALID_MESSAGE');
    expect(played.visit.readings).toEqual([]);
  });

  it('interrupts no measure that runs', () => {
    const played = new FakeVisit().reachMeasures();
    played.ask('patient', { type: 'start-capture', measure: 'blood-pressure' });
    counts(played, 9, 18);
    expect(played.visit.capture?.phase.phase).toBe('rest');
  });

  it('meets the published table as any value does: once to be counted again, twice an emergency', () => {
    const played = new FakeVisit().reachMeasures();
    counts(played, 14, 28);
    expect(played.visit.emergency).toBeUndefined();
    counts(played, 13, 26);
    expect(played.visit.emergency?.alerts).toMatchObject([{ key: 'respiratory-rate', limit: 25 }]);
  });
});
