import { describe, expect, it } from 'vitest';
import type { RequestView } from '#core/visit/projections/shared.ts';
import { physicianVisit } from '#renderer/preview/sample-visit.ts';
import { canRequest, requestState } from './request-state.ts';

const ASKED_AT = '2026-03-02T09:52:00.000+01:00';
const request = (status: RequestView['status'], requestId = 'request-1'): RequestView => ({
  requestId,
  measure: 'blood-pressure',
  askedAt: ASKED_AT,
  status,
});
const none = new Set<never>();
const stateWith = (...requests: RequestView[]) =>
  requestState('blood-pressure', physicianVisit({ requests }), none);

describe('request of a measure', () => {
  it('follows the last request through its life', () => {
    expect(stateWith(request({ status: 'asked' }))).toEqual({ state: 'asked', askedAt: ASKED_AT });
    expect(stateWith(request({ status: 'accepted' }))).toEqual({ state: 'accepted', askedAt: ASKED_AT });
    expect(stateWith(request({ status: 'done', readingId: 'reading-9' }))).toEqual({
      state: 'done',
      askedAt: ASKED_AT,
    });
    expect(stateWith(request({ status: 'declined', reason: 'not-possible' }))).toEqual({
      state: 'declined',
      reason: 'not-possible',
    });
  });

  it('lets a declined or done request be asked again, and no other', () => {
    expect(canRequest(stateWith(request({ status: 'declined', reason: 'not-possible' })))).toBe(true);
    expect(canRequest(stateWith(request({ status: 'asked' })))).toBe(false);
    const again = stateWith(
      request({ status: 'done', readingId: 'reading-9' }),
      request({ status: 'accepted' }, 'request-2'),
    );
    expect(canRequest(again)).toBe(false);
  });

  it('holds the key between the press and the answer', () => {
    expect(requestState('oximetry', physicianVisit(), new Set(['oximetry']))).toEqual({ state: 'sending' });
  });

  it('says that an instrument is missing today', () => {
    expect(requestState('oximetry', physicianVisit({ available: [] }), none)).toEqual({
      state: 'unavailable',
    });
  });
});
