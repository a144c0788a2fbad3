import { describe, expect, it } from 'vitest';
import { FakeVisit, MADELEINE, pressure, reading } from '../fake-visit.ts';
import { pendingTimer } from '../timers.ts';
import { alertTableOf, toConfirm, unusualOf } from './alerts.ts';

const TODAY = '2026-03-02';

const measure = (played: FakeVisit, spo2: number): void => {
  played.ask('patient', { type: 'restart-capture', measure: 'oximetry' });
  played.deliver(reading('oximetry', spo2));
};
const rest = (played: FakeVisit): void => {
  const timer = pendingTimer(played.visit);
  if (timer === undefined) throw new Error('no rest is due');
  played.nowMs = timer.dueMs;
  played.bring(timer.command);
};

describe('a value that meets the table', () => {
  it('asks to be measured once more, and starts nothing by itself', () => {
    const played = new FakeVisit().reachMeasures();
    measure(played, 89);
    expect(toConfirm(alertTableOf(played.visit, TODAY), [])).toEqual(['oximetry']);
    expect(played.visit.emergency).toBeUndefined();
    expect(played.visit.capture?.phase.phase).toBe('kept');
  });

  it('starts an emergency once it is confirmed, with what was measured', () => {
    const played = new FakeVisit().reachMeasures();
    measure(played, 89);
    measure(played, 88);
    expect(played.visit.capture).toBeUndefined();
    expect(played.visit.emergency).toMatchObject({
      raisedBy: 'alert-table',
      alerts: [{ key: 'spo2', side: 'low', limit: 91, values: [{ value: 89 }, { value: 88 }] }],
    });
  });

  it('is dropped when the repeat does not meet it', () => {
    const played = new FakeVisit().reachMeasures();
    measure(played, 89);
    measure(played, 95);
    expect(alertTableOf(played.visit, TODAY)).toEqual({ state: 'read', alerts: [] });
    expect(played.visit.readings).toHaveLength(2);
  });

  it('is confirmed by a value typed by the assistant as well', () => {
    const played = new FakeVisit().reachMeasures();
    const enter = () =>
      played.ask('assistant', {
        type: 'enter-reading',
        measure: 'oximetry',
        values: { spo2: { value: 86, unit: '%' } },
      });
    enter();
    expect(played.visit.emergency).toBeUndefined();
    enter();
    expect(played.visit.emergency?.raisedBy).toBe('alert-table');
  });

  it('cuts a series of pressures short as soon as the second confirms the first', () => {
    const played = new FakeVisit().reachMeasures();
    played.ask('patient', { type: 'start-capture', measure: 'blood-pressure' });
    rest(played);
    played.deliver(pressure(226, 110));
    expect(played.visit.emergency).toBeUndefined();
    rest(played);
    played.deliver(pressure(222, 108));
    expect(played.visit.emergency?.alerts).toMatchObject([{ key: 'systolic', limit: 220 }]);
    expect(played.visit.capture).toBeUndefined();
    expect(pendingTimer(played.visit)).toBeUndefined();
  });

  it('answers the request of the physician that it was measured for', () => {
    const played = new FakeVisit().reachMeasures();
    measure(played, 89);
    played.ask('patient', { type: 'finish-measures' });
    played.claim();
    played.ask('patient', { type: 'acknowledge-physician' });
    played.ask('physician', { type: 'request-measure', requestId: 'request-0001', measure: 'oximetry' });
    played.ask('assistant', { type: 'start-capture', measure: 'oximetry' });
    played.deliver(reading('oximetry', 90));
    expect(played.visit.emergency).toBeDefined();
    expect(played.visit.requests[0]?.status.status).toBe('done');
  });

  it('is not told again after the emergency is over, until it is measured and confirmed anew', () => {
    const played = new FakeVisit().reachMeasures();
    measure(played, 89);
    measure(played, 88);
    played.ask('assistant', { type: 'close-emergency', ending: { ending: 'false-alarm' } });
    expect(alertTableOf(played.visit, TODAY)).toEqual({ state: 'read', alerts: [] });
    measure(played, 87);
    expect(played.visit.emergency).toBeUndefined();
    measure(played, 87);
    expect(played.visit.emergency).toBeDefined();
  });
});

describe('for whom the table is not read', () => {
  const YOUNG = { ...MADELEINE, birthDate: '1990-06-01' };

  it('no value starts an emergency, however often it is measured', () => {
    const played = new FakeVisit().reachMeasures();
    played.ask('assistant', { type: 'enter-identity', identity: { ...MADELEINE, birthDate: '2014-06-01' } });
    measure(played, 80);
    measure(played, 80);
    expect(played.visit.emergency).toBeUndefined();
    expect(alertTableOf(played.visit, TODAY)).toEqual({ state: 'off', reason: 'child' });
  });

  it('the values wait, and start one as soon as it is known that there is no pregnancy', () => {
    const played = new FakeVisit().reachMeasures();
    played.ask('assistant', { type: 'enter-identity', identity: YOUNG });
    measure(played, 80);
    measure(played, 80);
    expect(played.visit.emergency).toBeUndefined();
    played.ask('assistant', { type: 'note-particulars', particulars: { pregnancy: 'yes' } });
    expect(played.visit.emergency).toBeUndefined();
    played.ask('assistant', { type: 'note-particulars', particulars: { pregnancy: 'no' } });
    expect(played.visit.emergency?.raisedBy).toBe('alert-table');
  });
});

describe('an unusual value', () => {
  const unusual = (played: FakeVisit) => unusualOf(played.visit, alertTableOf(played.visit, TODAY));
  const weigh = (played: FakeVisit, weight: number): void => {
    played.ask('patient', { type: 'restart-capture', measure: 'body-weight' });
    played.deliver(reading('body-weight', weight));
  };

  it('is kept, and asked for once more until a second one says the same', () => {
    const played = new FakeVisit().reachMeasures();
    weigh(played, 168);
    expect(unusual(played)).toMatchObject([{ key: 'weight', values: [{ value: 168 }] }]);
    expect(toConfirm(alertTableOf(played.visit, TODAY), unusual(played))).toEqual(['body-weight']);
    weigh(played, 168);
    expect(unusual(played)).toEqual([]);
    expect(played.visit.emergency).toBeUndefined();
    expect(played.visit.readings).toHaveLength(2);
  });

  it('is left to the published table where that is met as well', () => {
    const played = new FakeVisit().reachMeasures();
    measure(played, 65);
    expect(unusual(played)).toEqual([]);
    expect(toConfirm(alertTableOf(played.visit, TODAY), [])).toEqual(['oximetry']);
  });

  it('of a child is asked for once more, though no table is read', () => {
    const played = new FakeVisit().reachMeasures();
    played.ask('assistant', { type: 'enter-identity', identity: { ...MADELEINE, birthDate: '2014-06-01' } });
    measure(played, 65);
    expect(unusual(played)).toMatchObject([{ key: 'spo2' }]);
  });

  it('typed in another unit says which', () => {
    const played = new FakeVisit().reachMeasures();
    played.ask('assistant', {
      type: 'enter-reading',
      measure: 'body-weight',
      values: { weight: { value: 69.9, unit: 'kg' } },
      enteredIn: '[lb_av]',
    });
    expect(played.visit.readings).toMatchObject([{ origin: 'manual', enteredIn: '[lb_av]' }]);
  });
});
