import { describe, expect, it } from 'vitest';
import type { CaptureFeedback } from '#core/contract/live.ts';
import { physicianVisit, READINGS } from '#renderer/preview/sample-visit.ts';
import { cellContent } from './measure-cell.ts';

const steady: CaptureFeedback = {
  measure: 'oximetry',
  state: 'steady',
  signal: 3,
  values: { spo2: { value: 95, unit: '%' }, 'pulse-rate': { value: 81, unit: '/min' } },
  steadyForMs: 4_000,
  steadyNeededMs: 10_000,
};
const empty = physicianVisit({
  measures: [{ measure: 'oximetry', status: { status: 'to-do' } }],
  readings: [],
  available: ['oximetry'],
});

describe('cell of the physician’s page', () => {
  it('shows the live value while it arrives', () => {
    expect(cellContent('spo2', empty, { feedback: steady, ageMs: 200 })).toEqual({
      state: 'live',
      values: steady.values,
      signal: 3,
    });
  });

  it('takes a live value away when it is older than three seconds, and says so', () => {
    expect(cellContent('spo2', empty, { feedback: steady, ageMs: 3_001 })).toEqual({ state: 'stale' });
  });

  it('falls back to the recorded reading, never to the old live number', () => {
    expect(cellContent('spo2', physicianVisit(), { feedback: steady, ageMs: 3_001 })).toEqual({
      state: 'recorded',
      reading: READINGS.oximetry,
    });
  });

  it('drops the live value at once when the finger leaves', () => {
    const off: CaptureFeedback = { ...steady, state: 'sensor-off', signal: 0, values: undefined };
    expect(cellContent('pulse', empty, { feedback: off, ageMs: 0 })).toEqual({ state: 'to-do' });
  });

  it('shows the mean of a pressure series, not its last reading', () => {
    expect(cellContent('pressure', physicianVisit(), undefined)).toEqual({
      state: 'recorded',
      reading: READINGS.mean,
    });
  });

  it('takes the newest pulse, whichever instrument it came from', () => {
    const content = cellContent('pulse', physicianVisit(), undefined);
    expect(content).toEqual({ state: 'recorded', reading: READINGS.mean });
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
    expect(cellContent('spo2', visit, undefined)).toEqual({ state: 'skipped', reason: 'patient-declines' });
    expect(cellContent('pressure', visit, undefined)).toEqual({ state: 'in-progress' });
    expect(cellContent('weight', visit, undefined)).toEqual({ state: 'unavailable' });
  });
});
