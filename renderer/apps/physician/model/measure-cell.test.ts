import { describe, expect, it } from 'vitest';
import type { CaptureFeedback } from '#core/contract/live.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { physicianVisit, READINGS } from '#renderer/preview/sample-visit.ts';
import { type CellId, cellContent as contentOf, type LiveSample } from './measure-cell.ts';

const steady: CaptureFeedback = {
  measure: 'oximetry',
  state: 'steady',
  signal: 3,
  values: { spo2: { value: 95, unit: '%' }, 'pulse-rate': { value: 81, unit: '/min' } },
  steadyForMs: 4_000,
  steadyNeededMs: 10_000,
};
const cellContent = (
  cell: CellId,
  visit: PhysicianProjection,
  samples: readonly LiveSample[],
  wasLive: boolean,
  withheld: ReadonlySet<string> = new Set(),
) => contentOf(cell, visit, samples, wasLive, withheld);
const empty = physicianVisit({
  measures: [{ measure: 'oximetry', status: { status: 'to-do' } }],
  readings: [],
  available: ['oximetry'],
  capturing: 'oximetry',
});
const measured = physicianVisit({ capturing: 'oximetry' });

describe('cell of the physician’s page', () => {
  it('shows the live value while it arrives', () => {
    expect(cellContent('spo2', empty, [{ feedback: steady, ageMs: 200 }], false)).toEqual({
      state: 'live',
      values: steady.values,
      signal: 3,
    });
  });

  it('takes a live value away when it is older than three seconds, and says so', () => {
    expect(cellContent('spo2', empty, [{ feedback: steady, ageMs: 3_001 }], true)).toEqual({
      state: 'stale',
    });
    expect(cellContent('spo2', empty, [], true)).toEqual({ state: 'stale' });
  });

  it('falls back to the recorded reading, never to the old live number', () => {
    expect(cellContent('spo2', measured, [{ feedback: steady, ageMs: 3_001 }], true)).toEqual({
      state: 'recorded',
      reading: READINGS.oximetry,
    });
  });

  it('drops the live value at once when the finger leaves', () => {
    const off: CaptureFeedback = { ...steady, state: 'sensor-off', signal: 0, values: undefined };
    expect(cellContent('pulse', empty, [{ feedback: off, ageMs: 0 }], false)).toEqual({
      state: 'in-progress',
    });
  });

  it('draws nothing live outside a capture of that measure', () => {
    const idle = physicianVisit();
    expect(cellContent('spo2', idle, [{ feedback: steady, ageMs: 0 }], false)).toEqual({
      state: 'recorded',
      reading: READINGS.oximetry,
    });
  });

  it('hides a reading that is not the cabin’s, and shows no older one in its place', () => {
    const withheld = new Set([READINGS.mean.id]);
    expect(cellContent('pressure', physicianVisit(), [], false, withheld)).toEqual({ state: 'withheld' });
    expect(cellContent('spo2', physicianVisit(), [], false, withheld)).toMatchObject({ state: 'recorded' });
  });

  it('shows the mean of a pressure series, not its last reading', () => {
    expect(cellContent('pressure', physicianVisit(), [], false)).toEqual({
      state: 'recorded',
      reading: READINGS.mean,
    });
  });

  it('takes the newest pulse, whichever instrument it came from', () => {
    expect(cellContent('pulse', physicianVisit(), [], false)).toEqual({
      state: 'recorded',
      reading: READINGS.mean,
    });
  });

  it('tells a measure that is missing from one that cannot be had', () => {
    const visit = physicianVisit({
      measures: [
        { measure: 'oximetry', status: { status: 'skipped', reason: 'patient-declines' } },
        { measure: 'blood-pressure', status: { status: 'in-progress' } },
        { measure: 'body-weight', status: { status: 'to-do' } },
      ],
      readings: [],
      capturing: 'blood-pressure',
      available: ['oximetry', 'blood-pressure'],
    });
    expect(cellContent('spo2', visit, [], false)).toEqual({ state: 'skipped', reason: 'patient-declines' });
    expect(cellContent('pressure', visit, [], false)).toEqual({ state: 'in-progress' });
    expect(cellContent('weight', visit, [], false)).toEqual({ state: 'unavailable' });
  });
});
